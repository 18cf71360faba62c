import { usePage } from './context.ts';
import { formatDate } from './format.ts';
import { placesOnPhone } from './rail.tsx';

/** Help, accessibility, privacy, the date of change; on phones also what the bottom bar has no room for. */
export function Foot(props: { changedAt?: Date | undefined }) {
  const { t, person } = usePage();
  const places = person?.places ?? [];
  const onPhone = placesOnPhone(places);
  return (
    <footer class="foot">
      <a href="/help">{t('frame.help')}</a>
      <a href="/accessibility">{t('frame.accessibility')}</a>
      <a href="/privacy">{t('frame.privacy')}</a>
      {places
        .filter((place) => !onPhone.includes(place))
        .map((place) => (
          <a class="pt" href={place.href}>
            {t(`nav.${place.place}`)}
          </a>
        ))}
      {person && (
        <a class="pt" href="/account">
          {t('frame.account')}
        </a>
      )}
      {props.changedAt && (
        <span>
          {t('frame.changed')} <time>{formatDate(props.changedAt)}</time>
        </span>
      )}
    </footer>
  );
}
