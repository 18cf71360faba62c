export { type Clip, findClip, listClips, readClip } from './clip.store.ts';
export { type ClipFacts, type ClipState, clipFacts } from './clip.ts';
export { finishArrivedUploads, finishUpload } from './finish-upload.ts';
export { checkClipJob } from './intake.jobs.ts';
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
