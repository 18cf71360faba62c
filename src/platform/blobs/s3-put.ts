import { open } from 'node:fs/promises';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListMultipartUploadsCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';

/** One object. */
export interface S3Place {
  readonly client: S3Client;
  readonly bucket: string;
  readonly key: string;
}

const MIB = 2 ** 20;
/** Up to here one request; above, parts, so that a cut line repeats little. */
const SINGLE_BYTES = 64 * MIB;
/** 10,000 parts are allowed: 16 MiB parts carry 156 GiB, twice our largest recording. */
const PART_BYTES = 16 * MIB;

/**
 * Stores bytes or a file under a key; the object appears whole or not at all. Bodies are buffers, never streams: the
 * client then signs their SHA-256 (a server that gets other bytes refuses) and can send them again after a cut.
 */
export async function putObject(place: S3Place, source: Uint8Array | string, sizeBytes: number): Promise<void> {
  if (typeof source !== 'string') return putWhole(place, source);
  const file = await open(source, 'r');
  try {
    const readPiece = async (start: number, length: number) => {
      const piece = Buffer.alloc(Math.min(length, sizeBytes - start));
      const { bytesRead } = await file.read(piece, 0, piece.length, start);
      if (bytesRead !== piece.length) throw new Error('the file became shorter while it was stored');
      return piece;
    };
    if (sizeBytes <= SINGLE_BYTES) await putWhole(place, await readPiece(0, sizeBytes));
    else await putParts(place, sizeBytes, readPiece);
  } finally {
    await file.close();
  }
}

async function putWhole({ client, bucket, key }: S3Place, body: Uint8Array): Promise<void> {
  await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentLength: body.byteLength }));
}

async function putParts(
  { client, bucket, key }: S3Place,
  sizeBytes: number,
  readPiece: (start: number, length: number) => Promise<Uint8Array>,
): Promise<void> {
  const at = { Bucket: bucket, Key: key };
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(at));
  try {
    const Parts: { PartNumber: number; ETag: string | undefined }[] = [];
    for (let start = 0; start < sizeBytes; start += PART_BYTES) {
      const PartNumber = Parts.length + 1;
      const Body = await readPiece(start, PART_BYTES);
      const { ETag } = await client.send(new UploadPartCommand({ ...at, UploadId, PartNumber, Body }));
      Parts.push({ PartNumber, ETag });
    }
    await client.send(new CompleteMultipartUploadCommand({ ...at, UploadId, MultipartUpload: { Parts } }));
  } catch (cause) {
    await abort({ client, bucket, key }, UploadId, cause);
    throw cause;
  }
}

/** Gives the parts' room back; when even that fails both reasons are told, and the sweep comes a day later. */
async function abort({ client, bucket, key }: S3Place, UploadId: string | undefined, reason: unknown): Promise<void> {
  try {
    await client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key: key, UploadId }));
  } catch (cause) {
    throw new AggregateError([reason, cause], 'an upload in parts failed and could not be aborted');
  }
}

/** Aborts uploads in parts that began before an instant and never ended; how many. */
export async function abortOldUploads({ client, bucket, key }: S3Place, before: Date): Promise<number> {
  let aborted = 0;
  let from: { KeyMarker?: string; UploadIdMarker?: string } = {};
  for (;;) {
    const page = await client.send(new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: key, ...from }));
    for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
      if (!Key || !Initiated || Initiated >= before) continue;
      await client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId }));
      aborted += 1;
    }
    if (!page.IsTruncated || !page.NextKeyMarker) return aborted;
    from = {
      KeyMarker: page.NextKeyMarker,
      ...(page.NextUploadIdMarker ? { UploadIdMarker: page.NextUploadIdMarker } : {}),
    };
  }
}
