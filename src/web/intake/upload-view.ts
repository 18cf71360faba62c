import { type Clip, findUploadOfClip } from '../../domain/intake/index.ts';
import type { WebContext } from '../http/route.ts';
import type { UploadCardView } from './upload-card.tsx';

/** The clip's way here, as its card shows it; the island goes on with it when its page is still the same one. */
export function uploadView(c: WebContext, clip: Clip): UploadCardView | undefined {
  const upload = findUploadOfClip(c.get('app').catalogue.rows, clip.id);
  if (!upload) return undefined;
  return {
    uploadId: upload.id,
    clipId: clip.id,
    fileName: clip.fileName,
    image: clip.posterHash && `/api/v1/clips/${clip.id}/poster`,
    sentBytes: clip.state === 'arriving' ? upload.offsetBytes : upload.sizeBytes,
    totalBytes: upload.sizeBytes,
    state: clip.state === 'arriving' ? 'pickSame' : 'received',
  };
}
