import { BrandMark } from './brand.tsx';
import { type NavPlace, type Place, usePage } from './context.ts';
import { Icon, type IconName } from './icon.tsx';

const PLACE_ICONS = {
  clips: 'clip',
  spots: 'spot',
  review: 'review',
  traffic: 'traffic',
  delivery: 'deliver',
  airing: 'air',
  reports: 'report',
} as const satisfies Record<Place, IconName>;

// Four targets of 90 px fit a 360 px phone.
const MOST_ON_PHONE = 4;

/** The line's stations: a rail on desks, a bar with at most four places on phones. Source order stays the line's. */
export function Rail(props: { current?: Place | undefined }) {
  const { t, person } = usePage();
  const places = person?.places ?? [];
  const onPhone = placesOnPhone(places);
  return (
    <nav class="rail" aria-label={t('frame.mainNav')}>
      <a class="brand dk" href="/">
        <BrandMark />
        {t('brand')}
      </a>
      {places.map((place) => (
        <a
          href={place.href}
          class={onPhone.includes(place) ? undefined : 'dk'}
          aria-current={place.place === props.current ? 'page' : undefined}
        >
          <Icon name={PLACE_ICONS[place.place]} />
          <span>{t(`nav.${place.place}`)}</span>
        </a>
      ))}
    </nav>
  );
}

export function placesOnPhone(places: readonly NavPlace[]): readonly NavPlace[] {
  return places.filter((place) => place.phone).slice(0, MOST_ON_PHONE);
}
