import type { PageContext } from '../frame/context.ts';
import { Icon, type IconName } from '../frame/icon.tsx';
import { ListPage } from '../frame/page.tsx';
import type { MessageKey } from '../locales/index.ts';

interface Link {
  readonly href: string;
  readonly label: MessageKey;
  /** What one does there. */
  readonly text: MessageKey;
  readonly icon: IconName;
  /** For administrators only; auditors read. */
  readonly admin: boolean;
  /** For those who stand for the whole state. */
  readonly state: boolean;
}

const LINKS: readonly Link[] = [
  { href: '/people', label: 'people.title', text: 'admin.text.people', icon: 'user', admin: true, state: false },
  {
    href: '/admin/operators',
    label: 'admin.operators',
    text: 'admin.text.operators',
    icon: 'screen',
    admin: true,
    state: false,
  },
  {
    href: '/admin/schemes',
    label: 'admin.schemes',
    text: 'admin.text.schemes',
    icon: 'heart',
    admin: true,
    state: true,
  },
  { href: '/admin/places', label: 'admin.places', text: 'admin.text.places', icon: 'home', admin: true, state: true },
  {
    href: '/admin/department',
    label: 'admin.department',
    text: 'admin.text.department',
    icon: 'shop',
    admin: true,
    state: true,
  },
  { href: '/admin/looks', label: 'admin.looks', text: 'admin.text.looks', icon: 'eye', admin: true, state: false },
  { href: '/admin/import', label: 'admin.import', text: 'admin.text.import', icon: 'plus', admin: true, state: false },
  { href: '/admin/jobs', label: 'admin.jobs', text: 'admin.text.jobs', icon: 'ring', admin: true, state: true },
  { href: '/admin/audit', label: 'admin.audit', text: 'admin.text.audit', icon: 'lock', admin: false, state: true },
  { href: '/admin/health', label: 'admin.health', text: 'admin.text.health', icon: 'okc', admin: true, state: true },
];

/** Ways to what an administrator keeps in order. */
export function AdminPage({ context, view }: { context: PageContext; view: { admin: boolean; state: boolean } }) {
  const { t } = context;
  const links = LINKS.filter((link) => (view.admin || !link.admin) && (view.state || !link.state));
  return (
    <ListPage context={context} title={t('account.admin')}>
      <h1>{t('account.admin')}</h1>
      <nav class="two three" aria-label={t('account.admin')}>
        {links.map((link) => (
          <a class="card hd plain" href={link.href}>
            <span class="acc">
              <Icon name={link.icon} />
            </span>
            <span>
              <b>{t(link.label)}</b>
              <br />
              <small class="mut">{t(link.text)}</small>
            </span>
          </a>
        ))}
      </nav>
    </ListPage>
  );
}
