import { captionRoom } from '../../../src/engine/captions/caption-room.ts';
import { sober } from '../graphics/film-order.ts';

export const room = captionRoom(sober, '16x9');
