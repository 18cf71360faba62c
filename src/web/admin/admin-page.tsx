import type { PageContext } from '../frame/context.ts';
import { Icon, type IconName } from '../frame/icon.tsx';
import { ListPage } from '../frame/page.tsx';
import type { MessageKey } from '../locales/index.ts';

interface Link {
  readonly href: string;
  readonly label: MessageKey;
  readonly icon: IconName;
  /** For administrators only; auditors read. */
  readonly admin: boolean;
  /** For those who stand for the whole state. */
  readonly state: boolean;
}

const LINKS: readonly Link[] = [
  { href: '/people', label: 'people.title', icon: 'user', admin: true, state: false },
  { href: '/admin/operators', label: 'admin.operators', icon: 'screen', admin: true, state: false },
  { href: '/admin/import', label: 'admin.import', icon: 'plus', admin: true, state: false },
  { href: '/admin/jobs', label: 'admin.jobs', icon: 'ring', admin: true, state: true },
  { href: '/admin/audit', label: 'admin.audit', icon: 'lock', admin: false, state: true },
  { href: '/admin/health', label: 'admin.health', icon: 'heart', admin: true, state: true },
];

/** Ways to what an administrator keeps in order. */
export function AdminPage({ context, view }: { context: PageContext; view: { admin: boolean; state: boolean } }) {
  const { t } = context;
  const links = LINKS.filter((link) => (view.admin || !link.admin) && (view.state || !link.state));
  return (
    <ListPage context={context} title={t('account.admin')}>
      <h1>{t('account.admin')}</h1>
      <nav class="card stack" aria-label={t('account.admin')}>
        {links.map((link) => (
          <a class="btn q" href={link.href}>
            <Icon name={link.icon} />
            {t(link.label)}
          </a>
        ))}
      </nav>
    </ListPage>
  );
}
