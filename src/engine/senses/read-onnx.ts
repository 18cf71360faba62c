import { ModelError, type Tensor, type Weights } from './tensor.ts';

// Fields of ModelProto, GraphProto and TensorProto (onnx.proto3); FLOAT is TensorProto.DataType 1.
const MODEL_GRAPH = 7;
const GRAPH_INITIALIZER = 5;
const TENSOR_DIMS = 1;
const TENSOR_TYPE = 2;
const TENSOR_NAME = 8;
const TENSOR_RAW = 9;
const FLOAT = 1;

/** The float weights of an ONNX file; its graph is not read. Throws ModelError for bytes that are none. */
export function readOnnx(bytes: Uint8Array): Weights {
  const weights = new Map<string, Tensor>();
  for (const model of readFields(bytes)) {
    if (model.id !== MODEL_GRAPH || !model.bytes) continue;
    for (const part of readFields(model.bytes)) {
      if (part.id !== GRAPH_INITIALIZER || !part.bytes) continue;
      const named = readTensor(part.bytes);
      if (named) weights.set(named.name, named.tensor);
    }
  }
  if (weights.size === 0) throw new ModelError('no weights in it: not an ONNX model');
  return weights;
}

function readTensor(bytes: Uint8Array): { name: string; tensor: Tensor } | undefined {
  const shape: number[] = [];
  let name = '';
  let type = 0;
  let raw: Uint8Array | undefined;
  for (const field of readFields(bytes)) {
    if (field.id === TENSOR_DIMS) shape.push(...(field.bytes ? readVarints(field.bytes) : [field.number]));
    if (field.id === TENSOR_TYPE) type = field.number;
    if (field.id === TENSOR_NAME && field.bytes) name = new TextDecoder().decode(field.bytes);
    if (field.id === TENSOR_RAW) raw = field.bytes;
  }
  if (type !== FLOAT || !raw) return undefined;
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  const values = Float64Array.from({ length: raw.byteLength / 4 }, (_, index) => view.getFloat32(index * 4, true));
  if (values.length !== shape.reduce((product, side) => product * side, 1)) throw new ModelError(`${name}: cut off`);
  return { name, tensor: { shape, values } };
}

interface Field {
  readonly id: number;
  /** Of a varint; 0 for the other kinds. */
  readonly number: number;
  /** Of a length-delimited field. */
  readonly bytes?: Uint8Array;
}

/** The fields of one protobuf message, in order. */
function* readFields(bytes: Uint8Array): Generator<Field> {
  const cursor = { at: 0 };
  while (cursor.at < bytes.length) {
    const tag = readVarint(bytes, cursor);
    const id = Math.floor(tag / 8);
    const kind = tag % 8;
    if (kind === 0) yield { id, number: readVarint(bytes, cursor) };
    else if (kind === 1 || kind === 5) cursor.at += kind === 1 ? 8 : 4;
    else if (kind === 2) {
      const length = readVarint(bytes, cursor);
      if (cursor.at + length > bytes.length) throw new ModelError('cut off');
      yield { id, number: 0, bytes: bytes.subarray(cursor.at, cursor.at + length) };
      cursor.at += length;
    } else throw new ModelError('not a protobuf message');
  }
}

function readVarints(bytes: Uint8Array): number[] {
  const cursor = { at: 0 };
  const numbers: number[] = [];
  while (cursor.at < bytes.length) numbers.push(readVarint(bytes, cursor));
  return numbers;
}

/** Seven bits a byte, the lowest first; exact up to 2^53. */
function readVarint(bytes: Uint8Array, cursor: { at: number }): number {
  let value = 0;
  for (let scale = 1; ; scale *= 128) {
    const byte = bytes[cursor.at++];
    if (byte === undefined) throw new ModelError('cut off');
    value += (byte & 127) * scale;
    if (byte < 128) return value;
  }
}
