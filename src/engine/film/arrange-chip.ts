import { allow, type Decision } from '../../kernel/refusal.ts';
import { chipForms, type FilmOrder, measureChip } from '../graphics/lay-film.ts';
import type { ShownFace } from '../graphics/shown-face.ts';
import { touchesForehead } from './face-room.ts';

/** The longest form of the scheme's name beside the mark that leaves foreheads free; none where even the shortest does not. */
export function arrangeChip(order: FilmOrder, faces: readonly ShownFace[]): Decision<number | 'none'> {
  const forms = order.scheme ? chipForms(order.scheme).length : 0;
  for (let from = 0; from < forms; ) {
    const measured = measureChip({ ...order, chipFrom: from });
    if (!measured.ok) return measured.refusal.code.endsWith('too-long') && from > 0 ? allow('none') : measured;
    if (!measured.value || !touchesForehead(measured.value.box, faces)) return allow(from);
    from = measured.value.form + 1;
  }
  return allow(forms === 0 ? 0 : 'none');
}
