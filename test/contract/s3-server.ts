import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Context {
  readonly method: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  status: number;
  type: string;
  body: unknown;
}
type Middleware = (context: Context, next: () => Promise<void>) => Promise<void>;
interface Server {
  readonly middleware: Middleware[];
  run(): Promise<AddressInfo>;
  close(): Promise<void>;
}

/** A real S3-protocol server on a free port, over a folder of its own. `inFront` sees each request before it does. */
export async function startS3(inFront?: Middleware) {
  const directory = mkdtempSync(join(tmpdir(), 'prerna-s3-'));
  const S3rver = createRequire(import.meta.url)('s3rver') as new (options: object) => Server;
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: 'films' }],
  });
  if (inFront) server.middleware.unshift(inFront);
  const { port } = await server.run();
  const config = {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    bucket: 'films',
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    pathStyle: true,
  };
  const close = async () => {
    await server.close();
    rmSync(directory, { recursive: true, force: true });
  };
  return { config, directory, close };
}
