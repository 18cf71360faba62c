export { type Clip, findClip, listClips, readClip } from './clip.store.ts';
export type { ClipState } from './clip.ts';
export { type ClipFacts, parseClipFacts } from './clip-facts.ts';
export { finishArrivedUploads, finishUpload } from './finish-upload.ts';
export {
  appendUpload,
  beginUpload,
  dropUpload,
  type IntakeParts,
  OffsetError,
  takeWholeFilm,
} from './receive-upload.ts';
export { assignClip, saveWho } from './save-who.ts';
export { sweepUploads } from './sweep-uploads.ts';
export { findUpload, findUploadOfClip, type Upload } from './upload.store.ts';
export { UPLOAD_DAYS, uploadMetadata } from './upload.ts';
export { createUploadBytes, TooManyBytesError, type UploadBytes } from './upload-bytes.ts';
