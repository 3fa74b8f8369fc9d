import { Button, Form, Input, InputNumber } from 'antd';
import { useWords } from '../../i18n/index.ts';
import { NamedField } from '../../shell/named-field.tsx';
import { useSearch } from '../../shell/names.ts';
import { ArticleFields } from './article-fields.tsx';
import { armLetter, blankGroup, withArm, withEvenShares, type GroupValue } from './plan-values.ts';
import css from './pushes.module.css';

const EVERYBODY_ELSE = '';

/** Who gets which articles: groups in the order in which followers are asked, each perhaps dealt among arms of a test. */
export function VariantFields({ onShow }: { onShow: (article: (string | number)[]) => void }) {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const groups = (Form.useWatch('groups', { form, preserve: true }) ?? []) as GroupValue[];
  return (
    <Form.List name="groups">
      {(fields, { add, remove, move }) => (
        <>
          {fields.map(({ key, name }) => (
            <section className={css.group} key={key} aria-label={t('pushes.variantN', { n: name + 1 })}>
              <div className={css.sheetHead}>
                <h3>{fields.length === 1 ? t('pushes.whatGoesOut') : t('pushes.variantN', { n: name + 1 })}</h3>
                <span>
                  {name > 0 && <Button type="link" size="small" onClick={() => move(name, name - 1)}>{t('pushes.moveUp')}</Button>}
                  {fields.length > 1 && <Button type="link" size="small" onClick={() => remove(name)}>{t('pushes.removeVariant')}</Button>}
                </span>
              </div>
              <SegmentField name={name} last={name === fields.length - 1} only={fields.length === 1} />
              <ArmFields group={groups[name] ?? blankGroup} name={name} onShow={onShow} />
            </section>
          ))}
          {fields.length < 10 && (
            // Everybody else stands last: a new segment goes before it.
            <Button onClick={() => add({ ...structuredClone(blankGroup), segmentId: undefined }, groups.at(-1)?.segmentId === null ? fields.length - 1 : fields.length)}>{t('pushes.addVariant')}</Button>
          )}
        </>
      )}
    </Form.List>
  );
}

function SegmentField({ name, last, only }: { name: number; last: boolean; only: boolean }) {
  const { t } = useWords();
  const none = useSearch('liveSegments', '', true).data?.items.length === 0;
  return (
    <Form.Item
      name={[name, 'segmentId']}
      label={t('pushes.segment')}
      extra={none ? t('pushes.noSegments') : last ? undefined : t('pushes.firstFits')}
      getValueProps={(value: string | null | undefined) => ({ value: value === null ? EVERYBODY_ELSE : value })}
      normalize={(value: string) => (value === EVERYBODY_ELSE ? null : value)}
      rules={[{ validator: (_, value: string | null | undefined) => (value === undefined || (value === null && !last) ? Promise.reject(new Error(t('pushes.segmentNeeded'))) : Promise.resolve()) }]}
    >
      <NamedField what="liveSegments" also={last ? [{ value: EVERYBODY_ELSE, label: t(only ? 'pushes.wholeAudience' : 'pushes.everybodyElse') }] : []} />
    </Form.Item>
  );
}

function ArmFields({ group, name, onShow }: { group: GroupValue; name: number; onShow: (article: (string | number)[]) => void }) {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const change = (changed: GroupValue) => form.setFieldValue(['groups', name], changed);
  const tested = group.arms.length > 1;
  const held = group.arms.some(({ holdout }) => holdout);
  return (
    <Form.List name={[name, 'arms']}>
      {(fields) => (
        <>
          {fields.map(({ key, name: arm }) => {
            const value = group.arms[arm];
            const take = () => change({ ...group, arms: withEvenShares(group.arms.filter((_, index) => index !== arm)) });
            return (
              <div key={key} className={tested ? css.arm : undefined}>
                {tested && (
                  <div className={css.armHead}>
                    <h4>{value?.holdout ? t('pushes.holdout') : t('pushes.armN', { letter: armLetter(arm).toUpperCase() })}</h4>
                    <Form.Item name={[arm, 'share']} label={t('pushes.share')} layout="horizontal" rules={[{ required: true, message: t('door.needed') }]}>
                      <InputNumber min={0.1} max={99.9} step={5} suffix="%" />
                    </Form.Item>
                    {!value?.holdout && <Form.Item name={[arm, 'name']} label={t('pushes.armName')} layout="horizontal"><Input maxLength={60} placeholder={t('pushes.armNameHint')} /></Form.Item>}
                    <Button type="link" size="small" onClick={take}>{t('pushes.removeArm')}</Button>
                  </div>
                )}
                {value?.holdout
                  ? <p className="caption">{t('pushes.holdoutNote')}</p>
                  : <ArticleFields path={['groups', name, 'arms', arm, 'articles']} name={[arm, 'articles']} onShow={onShow} />}
              </div>
            );
          })}
          <div className={css.adders}>
            <Button type="link" onClick={() => change(withArm(group, false))}>{t(tested ? 'pushes.addArm' : 'pushes.startTest')}</Button>
            {!held && <Button type="link" onClick={() => change(withArm(group, true))}>{t('pushes.addHoldout')}</Button>}
          </div>
        </>
      )}
    </Form.List>
  );
}
