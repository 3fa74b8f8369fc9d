import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCatalogue, type Catalogue, type FieldSpec } from '../../api/catalogue.ts';
import { Section } from '../../components/page.tsx';
import { LineBones, Loaded } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { date, type Language } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './contact.module.css';
import { ProfileDrawer } from './profile-drawer.tsx';
import { matrixQuery, type Matrix } from './queries.ts';
import { RevealButton } from './reveal-button.tsx';

type MatrixField = Matrix['groups'][number]['fields'][number];

/** The follower-information matrix (W-29): five groups, each with its question and the stage that first calls for it. */
export function MatrixSection({ contactId }: { contactId: number }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const catalogue = useCatalogue();
  const matrix = useQuery(matrixQuery(brand.id, contactId));
  const [editing, setEditing] = useState<string | null>(null);
  return (
    <Section title={t('contacts.matrix')} aside={matrix.data && <Completeness of={matrix.data.completeness} />}>
      <Loaded query={matrix} bones={<LineBones count={8} />}>
        {(data) => (
          <>
            {catalogue && data.groups.map((group) => (
              <MatrixGroup
                key={group.key}
                contactId={contactId}
                group={group}
                catalogue={catalogue}
                stage={data.stage}
                onEdit={brand.can('people:write') ? () => setEditing(group.key) : null}
              />
            ))}
            <ProfileDrawer contactId={contactId} group={data.groups.find(({ key }) => key === editing) ?? null} onClose={() => setEditing(null)} language={language} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Completeness({ of }: { of: Matrix['completeness'] }) {
  const { t } = useWords();
  return (
    <div className={css.meter} role="meter" aria-label={t('contacts.completeness')} aria-valuenow={of.percent} aria-valuemin={0} aria-valuemax={100}>
      <i><span style={{ width: `${of.percent}%` }} /></i>
      {t('contacts.completenessOf', { filled: of.filled, calledFor: of.calledFor, percent: of.percent })}
    </div>
  );
}

function MatrixGroup({ contactId, group, catalogue, stage, onEdit }: {
  contactId: number;
  group: Matrix['groups'][number];
  catalogue: Catalogue;
  stage: string;
  onEdit: (() => void) | null;
}) {
  const { t, language } = useWords();
  const spec = catalogue.groups[group.key];
  if (!spec) return null;
  const order = Object.keys(catalogue.stages);
  const later = order.indexOf(spec.from) > order.indexOf(stage);
  const known = group.fields.filter(({ value }) => value !== null);
  // Fields that no stage calls for are not missed.
  const missing = group.fields.flatMap(({ key, value }) => {
    const field = catalogue.fields[key];
    return value === null && field && !field.optional ? [field[language]] : [];
  });
  return (
    <div className={css.group}>
      <div>
        <h3>{spec[language]}</h3>
        <p className="caption">{spec.question[language]}</p>
        {later && <p className={`caption ${css.later}`}>{t('contacts.fromStage', { stage: catalogue.stages[spec.from]?.[language] })}</p>}
        {onEdit && <Button type="link" size="small" style={{ padding: 0 }} onClick={onEdit} aria-label={t('contacts.editGroup', { group: spec[language] })}>{t('action.edit')}</Button>}
      </div>
      <div>
        {known.length > 0 && (
          <dl className={css.fields}>
            {known.map((field) => <FieldOf key={field.key} field={field} spec={catalogue.fields[field.key]} catalogue={catalogue} contactId={contactId} />)}
          </dl>
        )}
        {missing.length > 0 && <p className={css.missing}>{t('contacts.notKnownYet', { fields: missing.join(language === 'zh' ? '、' : ', ') })}</p>}
      </div>
    </div>
  );
}

function FieldOf({ field, spec, catalogue, contactId }: { field: MatrixField; spec: FieldSpec | undefined; catalogue: Catalogue; contactId: number }) {
  const { t, language } = useWords();
  const brand = useBrand();
  if (!spec) return null;
  const value = valueText(field, spec, catalogue, language);
  const provenance = field.at ? t('contacts.provenance', { source: sourceText(field.source, t), day: date(field.at, language) }) : undefined;
  return (
    <div className={css.field}>
      <dt>{spec[language]}</dt>
      <dd title={provenance}>
        {value}
        {field.masked && brand.can('people:reveal') && <RevealButton contactId={contactId} field={field.key} label={spec[language]} />}
      </dd>
    </div>
  );
}

function valueText(field: MatrixField, spec: FieldSpec, catalogue: Catalogue, language: Language): string | null {
  if (field.value === null) return null;
  const one = (value: string) => spec.choices?.[value]?.[language] ?? (field.key === 'source' ? catalogue.sources[value]?.[language] : undefined) ?? value;
  return Array.isArray(field.value) ? field.value.map(one).join(language === 'zh' ? '、' : ', ') : one(field.value);
}

const sources = ['form', 'import', 'staff', 'wechat', 'mini_program'] as const;

function sourceText(source: string | null, t: ReturnType<typeof useWords>['t']): string {
  const known = sources.find((one) => one === source);
  return known ? t(`contacts.from_${known}`) : source ?? '';
}
