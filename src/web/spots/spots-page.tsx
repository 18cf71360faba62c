import type { Spot } from '../../domain/spots/index.ts';
import { frames } from '../../kernel/frames.ts';
import type { PageContext } from '../frame/context.ts';
import { Empty } from '../frame/empty.tsx';
import { formatCount } from '../frame/format.ts';
import { ListPage } from '../frame/page.tsx';
import { ClipCard, type ClipState } from '../intake/clip-card.tsx';
import type { Making } from '../intake/making.ts';

/** Every spot in reach as cards, newest change first. */
export function SpotsPage(props: {
  context: PageContext;
  spots: readonly Spot[];
  making: ReadonlyMap<string, Making>;
  /** Of an approved spot. */
  onAir: (spotId: string) => ClipState;
  /** Those whose films are not being made. */
  troubled: ReadonlySet<string>;
}) {
  const { context, spots, making, onAir, troubled } = props;
  const { t } = context;
  return (
    <ListPage context={context} title={t('spot.list')} place="spots" islands={['live.island.js']}>
      <div class="head">
        <h1>
          {t('spot.list')} <span class="mut num">{formatCount(spots.length)}</span>
        </h1>
      </div>
      {spots.length === 0 ? (
        <Empty title={t('spot.none')} icon="spot">
          <a class="btn go" href="/send">
            {t('act.sendClip')}
          </a>
        </Empty>
      ) : (
        <ul class="clips" data-cards>
          {spots.map((spot) => (
            <ClipCard view={{ ...cardOf(spot), state: stateOf(spot, { making, onAir, troubled }) }} />
          ))}
        </ul>
      )}
    </ListPage>
  );
}

function cardOf(spot: Spot) {
  const { document } = spot;
  return {
    id: spot.id,
    subjects: [spot.clipId, spot.id],
    href: `/spots/${spot.id}`,
    name: document.name,
    place: document.village,
    scheme: spot.number,
    poster: `/api/v1/clips/${spot.clipId}/poster`,
    length: frames((document.cuts[0]?.lengthSeconds ?? 0) * 25),
  };
}

interface Known {
  readonly making: ReadonlyMap<string, Making>;
  readonly onAir: (spotId: string) => ClipState;
  readonly troubled: ReadonlySet<string>;
}

function stateOf(spot: Spot, { making, onAir, troubled }: Known): ClipState {
  if (spot.state === 'approved') return onAir(spot.id);
  if (spot.state === 'draft') return { kind: 'yourCheck' };
  if (spot.state === 'inReview')
    return {
      kind: 'inReview',
      sentAt: new Date(spot.sentAt ?? spot.changedAt),
      making: making.get(spot.id),
      stopped: troubled.has(spot.id),
    };
  return { kind: spot.state };
}
