import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCatalogue } from '../../api/catalogue.ts';
import { api, ask } from '../../api/client.ts';
import { PeopleCount } from '../../components/number.tsx';
import { LineBones, Loaded } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './home.module.css';

const order = ['lead', 'prospect', 'new', 'recurring'] as const;

/** How many stand at each stage (W-27), and what the brand wants of them. */
export function Stages() {
  const { language } = useWords();
  const brand = useBrand();
  const catalogue = useCatalogue();
  const stages = useQuery({
    queryKey: ['brand', brand.id, 'home', 'stages'],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/stages', { params: { path: { brandId: brand.id } } })),
  });
  return (
    <Loaded query={stages} bones={<LineBones count={4} />}>
      {(counts) => {
        const most = Math.max(1, ...order.map((stage) => counts[stage] ?? 0));
        return order.map((stage) => {
          const line = (
            <>
              <span>
                {catalogue?.stages[stage]?.[language] ?? stage}
                <span className="caption" style={{ display: 'block' }}>{catalogue?.stages[stage]?.goal[language]}</span>
              </span>
              <i style={{ width: `${(100 * (counts[stage] ?? 0)) / most}%` }} aria-hidden />
              <PeopleCount value={counts[stage]} suppressed={counts[stage] === null ? 'complement' : undefined} />
            </>
          );
          return brand.can('people:read')
            ? <Link key={stage} className={css.stage} to="/b/$brandId/contacts" params={{ brandId: String(brand.id) }} search={{ stage }}>{line}</Link>
            : <div key={stage} className={css.stage}>{line}</div>;
        });
      }}
    </Loaded>
  );
}
