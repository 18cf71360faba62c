/** Numbers in the shape that a model's file gives them. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly values: Float64Array;
}

/** A model's weights by the names that its file gives them. */
export type Weights = ReadonlyMap<string, Tensor>;

/** The model file is not what this version can run: damaged, or another model. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
}

/** The weights of that name; throws ModelError unless they are there in exactly that shape. */
export function getTensor(weights: Weights, name: string, shape: readonly number[]): Float64Array {
  const tensor = weights.get(name);
  if (tensor?.shape.join() === shape.join()) return tensor.values;
  throw new ModelError(`${name}: ${tensor ? `[${tensor.shape.join()}]` : 'nothing'} where [${shape.join()}] is needed`);
}
