import type { DeliveryPreset } from '../film/delivery-preset.ts';
import type { FieldFacts, FilmMeasurement, PictureStream } from './film-measurement.ts';
import type { QcCheck } from './qc-report.ts';

// Noise deceives a detector of fields now and then; a fault of fields shows in nearly every picture that moves.
const MOST_DECEIVED = 0.1;
const ONE_WAY = 4;
// Of fewer pictures than a fifth of a second nobody sees the judder.
const LEAST_SEEN = 5;

/** Which field comes first: as the file says, as every picture says, and as the lines look. */
export function judgeFields(
  { decoded, names }: FilmMeasurement,
  picture: PictureStream,
  { picture: wanted }: DeliveryPreset,
): QcCheck {
  const interlaced = wanted.scan === 'interlaced-top-first';
  const faults = [
    interlaced ? flagFault(picture, decoded.fields) : progressiveFault(picture, decoded.fields),
    // MediaInfo reads the flags by its own eyes; where it is silent, ours stand.
    interlaced && names?.scanOrder !== undefined && names.scanOrder !== 'TFF' ? `named ${names.scanOrder}` : null,
    lookFault(decoded.fields, wanted.scan),
  ].filter((fault) => fault !== null);
  const limit = interlaced ? 'tt, top field first throughout' : 'progressive throughout';
  return {
    id: 'field-order',
    measured: faults.length === 0 ? limit : [picture.fieldOrder, ...faults].join(', '),
    limit,
    passed: faults.length === 0,
  };
}

function flagFault({ fieldOrder }: PictureStream, { flagged }: FieldFacts): string | null {
  const others = flagged.bottom + flagged.progressive;
  if (others > 0) return `${others} pictures not flagged top field first`;
  return fieldOrder === 'tt' ? null : 'flag is not tt';
}

function progressiveFault({ fieldOrder }: PictureStream, { flagged }: FieldFacts): string | null {
  const fields = flagged.top + flagged.bottom;
  if (fields > 0) return `${fields} pictures flagged interlaced`;
  return fieldOrder === 'progressive' ? null : 'flag is not progressive';
}

/** Whether the lines of a film look woven where they must not. */
export function looksOfFields(fields: FieldFacts, { picture }: DeliveryPreset): boolean {
  return lookFault(fields, picture.scan) !== null;
}

/**
 * 25 whole pictures in an interlaced file look progressive and are right: there the flag is the proof. Fine patterns
 * look like fields too, but of both orders alike.
 */
function lookFault({ seen }: FieldFacts, scan: DeliveryPreset['picture']['scan']): string | null {
  const all = seen.top + seen.bottom + seen.progressive;
  const looks = (one: number, other: number) => one >= LEAST_SEEN && one > all * MOST_DECEIVED && one > ONE_WAY * other;
  if (looks(seen.bottom, seen.top)) return `${seen.bottom} pictures look bottom field first`;
  return scan === 'progressive' && looks(seen.top, seen.bottom) ? `${seen.top} pictures look combed` : null;
}
