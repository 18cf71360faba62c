import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPlaces, findSchemes } from '../../../src/domain/directory/find-scheme.ts';
import { readPresetData } from '../../../src/domain/directory/preset-data.ts';

const { schemes, districts } = readPresetData(join(import.meta.dirname, '../../../presets'));

describe('schemes', () => {
  it.each([
    ['awas', 'PMA'],
    ['आवस', 'PMA'],
    ['आवास', 'PMA'],
    ['awaas yojna', 'PMA'],
    ['pmay', 'PMA'],
    ['ladli bahna', 'LBY'],
    ['ladli behna', 'LBY'],
    ['लाडली बहना', 'LBY'],
    ['ladlibahna', 'LBY'],
    ['लाडली', 'LBY'],
    ['लाड़ली लक्ष्मी', 'LLY'],
    ['lakshmi', 'LLY'],
    ['laxmi', 'LLY'],
    ['ayushman', 'PMJ'],
    ['आयुश्मान', 'PMJ'],
    ['kisan samman', 'PMK'],
    ['किसान सम्मान निधी', 'PMK'],
    ['ujwala', 'PMU'],
    ['उज्जवला', 'PMU'],
    ['matru vandna', 'PMM'],
    ['मात्र वंदना', 'PMM'],
    ['vishvakarma', 'PMV'],
    ['फसल बिमा', 'PMF'],
    ['fasal', 'PMF'],
    ['sambal', 'SBL'],
    ['सम्बल', 'SBL'],
    ['swanidhi', 'PMS'],
    ['mudra', 'PMD'],
    ['aajivika', 'AJM'],
    ['PMD', 'PMD'],
  ])('hears %s as %s first', (query, code) => {
    expect(findSchemes(query, schemes)[0]?.code).toBe(code);
  });

  it('gives both Ladli schemes for the word they share, and at most what was asked for', () => {
    expect(
      findSchemes('लाडली', schemes)
        .slice(0, 2)
        .map((row) => row.code),
    ).toEqual(['LBY', 'LLY']);
    expect(findSchemes('yojana', schemes, 3)).toHaveLength(3);
  });

  it('gives the most used for an empty query and nothing for a word that no name sounds like', () => {
    expect(findSchemes(' ', schemes).map((row) => row.code)).toEqual(['PMA', 'LBY', 'PMJ', 'PMK', 'PMU', 'LLY', 'PMM']);
    expect(findSchemes('क्रिकेट मैदान', schemes)).toEqual([]);
    expect(findSchemes('?!', schemes)).toEqual([]);
  });
});

describe('places', () => {
  it.each([
    ['ujain', 'UJN'],
    ['उजैन', 'UJN'],
    ['hoshangabad', 'NMP'],
    ['छिंदवाडा', 'CHW'],
    ['chindwara', 'CHW'],
    ['निवाड़ी', 'NWR'],
    ['mandsour', 'MDS'],
    ['khargon', 'KGN'],
    ['रिवा', 'REW'],
  ])('hears %s as %s first', (query, code) => {
    expect(findPlaces(query, districts)[0]?.code).toBe(code);
  });
});
