import { decideFields } from '../fields/decide-fields.ts';
import type { DeliveryPreset } from '../film/delivery-preset.ts';
import type { FieldFacts, FilmMeasurement, PictureStream } from './film-measurement.ts';
import type { QcCheck } from './qc-report.ts';

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

/** 25 whole pictures in an interlaced file look progressive and are right: there the flag is the proof. */
function lookFault({ seen }: FieldFacts, scan: DeliveryPreset['picture']['scan']): string | null {
  const verdict = decideFields(seen);
  if (verdict === 'bottom-first') return `${seen.bottom} pictures look bottom field first`;
  return scan === 'progressive' && verdict === 'top-first' ? `${seen.top} pictures look combed` : null;
}
