import { Button, Checkbox, Form, Input, InputNumber, Select, Switch } from 'antd';
import { MoneyField } from '../../../components/money-field.tsx';
import { useWords } from '../../../i18n/index.ts';
import css from '../store.module.css';
import { freeId, type OptionValues, type ProductValues } from './product-values.ts';

/** What a buyer may have done to it: a text engraved, or one of several ways. */
export function OptionFields() {
  const { t } = useWords();
  const form = Form.useFormInstance<ProductValues>();
  const options = (): OptionValues[] => form.getFieldValue('options') as OptionValues[];
  const shared = () => ({ id: freeId('option', options()), name: '', required: false });
  return (
    <Form.List name="options">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => <OptionBlock key={key} at={name} onRemove={() => remove(name)} />)}
          {fields.length < 10 && (
            <div className={css.adders}>
              <Button onClick={() => add({ ...shared(), kind: 'engraving', most: 6, scripts: ['latin', 'digits'], fee: 0, leadDays: 0 })}>{t('store.addEngraving')}</Button>
              <Button onClick={() => add({ ...shared(), kind: 'choice', askReceiver: null, choices: [{ id: 'choice-1', name: '', fee: 0, leadDays: 0 }] })}>{t('store.addChoice')}</Button>
            </div>
          )}
        </>
      )}
    </Form.List>
  );
}

const scripts = ['latin', 'digits', 'han'] as const;

function OptionBlock({ at, onRemove }: { at: number; onRemove: () => void }) {
  const { t } = useWords();
  const form = Form.useFormInstance<ProductValues>();
  const { kind } = form.getFieldValue(['options', at]) as OptionValues;
  return (
    <div className={css.option}>
      <div className={css.optionHead}>
        <h3>{t(`store.option_${kind}`)}</h3>
        <Button type="link" onClick={onRemove}>{t('action.remove')}</Button>
      </div>
      {(['id', 'kind'] as const).map((field) => <Form.Item key={field} name={[at, field]} hidden><Input /></Form.Item>)}
      <div className={css.pair}>
        <Form.Item name={[at, 'name']} label={t('store.optionName')} rules={[{ required: true, whitespace: true, message: t('door.needed') }]}><Input maxLength={100} /></Form.Item>
        <Form.Item name={[at, 'required']} label={t('store.required')} valuePropName="checked"><Switch /></Form.Item>
      </div>
      {kind === 'choice' ? <><AskReceiver at={at} /><Choices at={at} /></> : (
        <>
          <div className={css.pair}><Costs at={at} /></div>
          <div className={css.pair}>
            <Form.Item name={[at, 'most']} label={t('store.most')}><InputNumber min={1} max={60} precision={0} /></Form.Item>
            <Form.Item name={[at, 'scripts']} label={t('store.scripts')} rules={[{ required: true, message: t('door.needed') }]}>
              <Checkbox.Group options={scripts.map((value) => ({ value, label: t(`store.script_${value}`) }))} />
            </Form.Item>
          </div>
        </>
      )}
    </div>
  );
}

const asks = ['size', 'length', 'colour'] as const;
const askOptions = (t: ReturnType<typeof useWords>['t']) => [{ value: null, label: t('gifts.leaveNone') }, ...asks.map((value) => ({ value, label: t(`gifts.ask_${value}`) }))];

/** W-50: of a product with several variants, the same. */
export function AskVariant() {
  const { t } = useWords();
  const form = Form.useFormInstance<ProductValues>();
  const several = (Form.useWatch('skus', form)?.length ?? 0) > 1;
  const asked = Form.useWatch('askReceiver', form);
  if (!several) return null;
  return (
    <Form.Item name="askReceiver" label={t('gifts.leaveVariants')} extra={asked && t('gifts.leaveVariantsHelp', { ask: t(`gifts.ask_${asked}`) })}>
      <Select style={{ maxWidth: 240 }} options={askOptions(t)} />
    </Form.Item>
  );
}

/** W-50: what a gift's receiver may be asked, without a word of what it is. */
function AskReceiver({ at }: { at: number }) {
  const { t } = useWords();
  const asked = Form.useWatch(['options', at, 'askReceiver']) as (typeof asks)[number] | null | undefined;
  return (
    <Form.Item name={[at, 'askReceiver']} label={t('gifts.leaveTo')} extra={asked && t('gifts.leaveHelp', { ask: t(`gifts.ask_${asked}`) })}>
      <Select style={{ maxWidth: 240 }} options={askOptions(t)} />
    </Form.Item>
  );
}

function Costs({ at }: { at: number }) {
  const { t } = useWords();
  return (
    <>
      <Form.Item name={[at, 'fee']} label={t('store.fee')}><MoneyField /></Form.Item>
      <Form.Item name={[at, 'leadDays']} label={t('store.leadDays')}><InputNumber min={0} max={365} precision={0} /></Form.Item>
    </>
  );
}

function Choices({ at }: { at: number }) {
  const { t } = useWords();
  const form = Form.useFormInstance<ProductValues>();
  const taken = () => form.getFieldValue(['options', at, 'choices']) as { id: string }[];
  return (
    <Form.List name={[at, 'choices']}>
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div className={css.choice} key={key}>
              <Form.Item name={[name, 'id']} hidden><Input /></Form.Item>
              <Form.Item name={[name, 'name']} label={t('store.choice')} rules={[{ required: true, whitespace: true, message: t('door.needed') }]}><Input maxLength={100} /></Form.Item>
              <Costs at={name} />
              {fields.length > 1 && <Button type="link" className={css.drop} onClick={() => remove(name)}>{t('action.remove')}</Button>}
            </div>
          ))}
          <Button size="small" onClick={() => add({ id: freeId('choice', taken()), name: '', fee: 0, leadDays: 0 })}>{t('store.addOneChoice')}</Button>
        </>
      )}
    </Form.List>
  );
}
