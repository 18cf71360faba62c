import { kitchen, machine, pottery, sewing, shop, wheel } from './indoors.mjs';
import { courtyard, field, house, stall } from './outdoors.mjs';

/** Backgrounds: each a function of the picture's size and the time in seconds, drawn from back to front. */
export const PLACES = { house, sewing, field, courtyard, kitchen, stall, pottery, shop };

/** What stands between the person and the camera, where a place has such a thing. */
export const FRONTS = { sewing: machine, pottery: wheel };
