import { type DemoClip, readDemoClips } from '../../domain/directory/index.ts';

/** How far the demo takes a film along the line. */
export type Goal = 'consentMissing' | 'draft' | 'inReview' | 'returned' | 'approved' | 'withdrawn';

/** Where a film ran: days from today, `until` exclusive. */
export interface Run {
  readonly channel: string;
  readonly from: number;
  readonly until: number;
}

/** One film of the demo. `id` is also its file's name, by which a second run finds it again. */
export interface CastMember {
  readonly id: string;
  readonly clip: DemoClip;
  readonly district: string;
  readonly person: { readonly hi: string; readonly en: string };
  readonly village: string;
  /** Somebody else's film is shown from behind the line in which the speaker says the name. */
  readonly withoutName: boolean;
  readonly goal: Goal;
  readonly runs: readonly Run[];
}

interface Role {
  readonly clip: string;
  readonly goal: Goal;
  readonly runs?: readonly Run[];
  /** A second person, in another district, over a part of the clip in which no name is said. */
  readonly as?: { readonly hi: string; readonly en: string; readonly village: string; readonly district: string };
}

const run = (channel: string, from: number, until: number): Run => ({ channel, from, until });

// In the order in which they are sent. The first two fill the pages of Ujjain; some wait where each list wants one.
const ROLES: readonly Role[] = [
  { clip: 'awas-sunita', goal: 'approved', runs: [run('ujn-01', -31, -15), run('ujn-02', -12, 1)] },
  // No list on the 13th day before today.
  { clip: 'ujjwala-kamla', goal: 'approved', runs: [run('ujn-02', -31, -13), run('ujn-01', -5, 1)] },
  {
    clip: 'kisan-mohan',
    goal: 'withdrawn',
    runs: [run('dws-01', -31, -12)],
    as: { hi: 'कैलाश पाटीदार', en: 'Kailash Patidar', village: 'पीपलिया', district: 'DWS' },
  },
  // In the films that wait for review the drawn figure stands still for longer than the check allows: nobody can release them.
  { clip: 'ajeevika-anita', goal: 'inReview' },
  {
    clip: 'svanidhi-raju',
    goal: 'approved',
    runs: [run('ujn-01', -15, -5)],
    as: { hi: 'दिनेश माली', en: 'Dinesh Mali', village: 'चिंतामन', district: 'UJN' },
  },
  {
    clip: 'awas-sunita',
    goal: 'consentMissing',
    as: { hi: 'गीता बाई', en: 'Gita Bai', village: 'कालूखेड़ा', district: 'RTM' },
  },
  {
    clip: 'ajeevika-anita',
    goal: 'draft',
    as: { hi: 'ममता राठौर', en: 'Mamta Rathore', village: 'बालोदा', district: 'DWS' },
  },
  { clip: 'ladli-rekha', goal: 'approved', runs: [run('dws-01', -12, 1)] },
  {
    clip: 'ujjwala-kamla',
    goal: 'returned',
    as: { hi: 'शांति बाई', en: 'Shanti Bai', village: 'हरसोदन', district: 'UJN' },
  },
  { clip: 'ayushman-salim', goal: 'inReview' },
  { clip: 'kisan-mohan', goal: 'approved', runs: [run('mds-01', -31, 1)] },
  { clip: 'svanidhi-raju', goal: 'approved', runs: [run('sjp-01', -20, 1)] },
  { clip: 'vishwakarma-gopal', goal: 'inReview' },
  {
    clip: 'vishwakarma-gopal',
    goal: 'inReview',
    as: { hi: 'राधेश्याम कुम्हार', en: 'Radheshyam Kumhar', village: 'जैथल', district: 'UJN' },
  },
];

/** The demo's films over the drawn clips of `presets`. */
export function readCast(presets: string): CastMember[] {
  const clips = new Map(readDemoClips(presets).map((clip) => [clip.id, clip]));
  return ROLES.map(({ clip: clipId, goal, runs = [], as }) => {
    const clip = clips.get(clipId);
    if (!clip) throw new Error(`the demo has no clip ${clipId}`);
    const district = as?.district ?? clip.district;
    return {
      id: as ? `${clipId}-${district.toLowerCase()}` : clipId,
      clip,
      district,
      person: as ?? clip.person,
      village: as?.village ?? clip.village.hi,
      withoutName: as !== undefined,
      goal,
      runs,
    };
  });
}
