import { type DemoClip, readDemoClips } from '../../domain/directory/index.ts';

/** How far the demo takes a film along the line. */
export type Goal = 'consentMissing' | 'draft' | 'inReview' | 'returned' | 'approved' | 'withdrawn';

/** Where a film ran: days from today, `until` exclusive. */
export interface Run {
  readonly channels: readonly string[];
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

const run = (channels: readonly string[], from: number, until: number): Run => ({ channels, from, until });

// In the order in which they are sent. The first two films to be made fill each page's month between them; a clip that was
// checked before costs nothing the second time, so the spots that wait at the stations before the film come between them.
// Later films find their own days on the channels left open for them.
const ROLES: readonly Role[] = [
  {
    clip: 'awas-sunita',
    goal: 'approved',
    runs: [run(['ujn-01', 'ujn-02', 'sjp-01', 'agm-01', 'nmc-01', 'mds-01'], -31, -15)],
  },
  {
    clip: 'awas-sunita',
    goal: 'consentMissing',
    as: { hi: 'गीता बाई', en: 'Gita Bai', village: 'कालूखेड़ा', district: 'RTM' },
  },
  {
    clip: 'ujjwala-kamla',
    goal: 'approved',
    // No list on ujn-02 on the 13th day before today.
    runs: [
      run(['ujn-01', 'agm-01'], -15, 1),
      run(['ujn-02'], -15, -13),
      run(['ujn-02'], -12, -5),
      run(['mds-01'], -15, -6),
    ],
  },
  {
    clip: 'ujjwala-kamla',
    goal: 'returned',
    as: { hi: 'शांति बाई', en: 'Shanti Bai', village: 'हरसोदन', district: 'UJN' },
  },
  {
    clip: 'kisan-mohan',
    goal: 'withdrawn',
    runs: [run(['dws-01'], -31, -12)],
    as: { hi: 'कैलाश पाटीदार', en: 'Kailash Patidar', village: 'पीपलिया', district: 'DWS' },
  },
  { clip: 'ajeevika-anita', goal: 'inReview' },
  {
    clip: 'ajeevika-anita',
    goal: 'draft',
    as: { hi: 'ममता राठौर', en: 'Mamta Rathore', village: 'बालोदा', district: 'DWS' },
  },
  { clip: 'svanidhi-raju', goal: 'approved', runs: [run(['sjp-01'], -15, 1)] },
  {
    clip: 'svanidhi-raju',
    goal: 'approved',
    runs: [run(['ujn-02'], -5, 1)],
    as: { hi: 'दिनेश माली', en: 'Dinesh Mali', village: 'चिंतामन', district: 'UJN' },
  },
  { clip: 'ladli-rekha', goal: 'approved', runs: [run(['dws-01'], -12, 1)] },
  { clip: 'vishwakarma-gopal', goal: 'approved', runs: [run(['nmc-01'], -15, 1)] },
  {
    clip: 'vishwakarma-gopal',
    goal: 'inReview',
    as: { hi: 'राधेश्याम कुम्हार', en: 'Radheshyam Kumhar', village: 'जैथल', district: 'UJN' },
  },
  { clip: 'kisan-mohan', goal: 'approved', runs: [run(['mds-01'], -6, 1)] },
  {
    clip: 'ladli-rekha',
    goal: 'inReview',
    as: { hi: 'पार्वती मालवीय', en: 'Parvati Malviya', village: 'पिपलोन', district: 'AGM' },
  },
  { clip: 'ayushman-salim', goal: 'approved', runs: [run(['rtm-01'], -10, 1)] },
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
