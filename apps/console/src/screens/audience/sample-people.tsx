import { Link } from '@tanstack/react-router';
import { useCatalogue } from '../../api/catalogue.ts';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './audience.module.css';
import type { Preview } from './queries.ts';

/** A few of them, masked, each a way to the person's page. */
export function SamplePeople({ people }: { people: Preview['sample'] }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const catalogue = useCatalogue();
  if (people.length === 0) return <p className="caption">{t('audience.nobody')}</p>;
  return (
    <ul className={css.sample}>
      {people.map((one) => (
        <li key={one.id}>
          <Link to="/b/$brandId/contacts/$contactId" params={{ brandId: String(brand.id), contactId: String(one.id) }}>
            {one.name ?? t('contacts.unnamed', { id: one.id })}
          </Link>
          <span className="caption">{catalogue?.stages[one.stage]?.[language]} · {catalogue?.sources[one.source]?.[language]}</span>
        </li>
      ))}
    </ul>
  );
}
