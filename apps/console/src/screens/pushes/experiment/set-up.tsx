import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { Page } from '../../../components/page.tsx';
import { Empty, FigureBones, Loaded } from '../../../components/states.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { planQuery, pushQuery, type PushDetail } from '../queries.ts';
import { armName, HOLDOUT } from './arms.ts';
import css from './experiment.module.css';
import { PowerPanel } from './power-panel.tsx';
import { choicesQuery, experimentsKey, type Choices, type ExperimentBody } from './queries.ts';

/** A question of a push, asked while it is a draft: what is tested, by what, and whether there are enough people. */
export default function SetUpExperiment() {
  const { t } = useWords();
  const brand = useBrand();
  const { pushId } = useParams({ from: '/b/$brandId/pushes/$pushId/experiment' });
  const push = useQuery(pushQuery(brand.id, pushId));
  const choices = useQuery(choicesQuery(brand.id));
  return (
    <Page
      title={t('experiments.setUp')}
      lead={t('experiments.setUpLead')}
      back={<Link to="/b/$brandId/pushes/$pushId" params={{ brandId: String(brand.id), pushId }}>{push.data?.title ?? t('nav.pushes')}</Link>}
    >
      <Loaded query={push} bones={<FigureBones />}>
        {(data) => <Loaded query={choices} bones={<FigureBones />}>{(all) => <SetUpForm push={data} choices={all} />}</Loaded>}
      </Loaded>
    </Page>
  );
}

interface Values {
  group: string;
  hypothesis: string;
  element: Choices['elements'][number]['key'];
  metrics: ExperimentBody['metrics'];
  control: number;
  worthFinding: number;
  power: number;
  days: number;
}

const EVERYBODY_ELSE = '';

function SetUpForm({ push, choices }: { push: PushDetail; choices: Choices }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const groups = groupsOf(push);
  const now = Form.useWatch((values: Values) => values, form);
  const plan = useQuery(planQuery(brand.id, push.id, null));
  const group = groups.find(({ key }) => key === (now?.group ?? groups[0]?.key));
  const { busy, failure, submit } = useSubmit(form, async ({ group: key, worthFinding, power, ...rest }) => {
    const { id } = await ask(api.POST('/api/brands/{brandId}/experiments', {
      params: { path: { brandId: brand.id } },
      body: { ...rest, pushId: push.id, segmentId: key === EVERYBODY_ELSE ? null : key, worthFinding: worthFinding / 100, power: power / 100 },
    }));
    await queryClient.invalidateQueries({ queryKey: experimentsKey(brand.id) });
    await navigate({ to: '/b/$brandId/experiments/$experimentId', params: { brandId: String(brand.id), experimentId: id } });
  });
  if (groups.length === 0) return <Empty title={t('experiments.noArms')}>{t('experiments.noArmsMore')}</Empty>;

  const needed = [{ required: true, message: t('experiments.needed') }];
  const arms = group?.arms ?? [];
  const metrics = now?.metrics ?? ['open'];
  // With nobody else beside those held out, only what people do without an article can be compared.
  const onlyHoldout = arms.length === 2 && arms.some(({ arm }) => arm === HOLDOUT);
  const metricOptions = choices.metrics.filter(({ withHoldout }) => withHoldout || !onlyHoldout);
  const first = metrics[0];
  // Those held out take part only in what can be seen without an article.
  const armsIn = (metric: ExperimentBody['metrics'][number]) => (choices.metrics.find(({ key }) => key === metric)?.withHoldout ? arms : arms.filter(({ arm }) => arm !== HOLDOUT));
  const people = first === undefined ? [] : armsIn(first).map(({ number }) => plan.data?.variants.find((variant) => variant.number === number)?.people);
  return (
    <Form
      form={form}
      className={css.form!}
      layout="vertical"
      initialValues={{ group: groups[0]!.key, hypothesis: '', element: 'teaser', metrics: ['open'], control: groups[0]!.arms[0]!.number, worthFinding: 15, power: 80, days: 7 }}
      onFinish={(values) => void submit(values)}
    >
      <FormFailure text={failure} />
      {groups.length > 1 && (
        <Form.Item name="group" label={t('experiments.group')} rules={needed}>
          <Select
            onChange={(key: string) => form.setFieldValue('control', groups.find((one) => one.key === key)?.arms[0]?.number)}
            options={groups.map(({ key, arms: of }) => ({ value: key, label: of.map((arm) => armName({ ...arm, variant: arm.number })).join(' / ') }))}
          />
        </Form.Item>
      )}
      <Form.Item name="hypothesis" label={t('experiments.hypothesis')} rules={needed} extra={t('experiments.hypothesisMore')}><Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} /></Form.Item>
      <div className={css.pair}>
        <Form.Item name="element" label={t('experiments.element')} rules={needed}>
          <Select options={choices.elements.map(({ key, name }) => ({ value: key, label: name[language] }))} />
        </Form.Item>
        <Form.Item name="control" label={t('experiments.control')} rules={needed}>
          <Select options={arms.map((arm) => ({ value: arm.number, label: armName({ ...arm, variant: arm.number }) }))} />
        </Form.Item>
      </div>
      <Form.Item name="metrics" label={t('experiments.metrics')} rules={needed} extra={choices.metrics.find(({ key }) => key === first)?.definition[language]}>
        <Select mode="multiple" maxCount={3} options={metricOptions.map(({ key, name }) => ({ value: key, label: name[language] }))} />
      </Form.Item>
      <div className={css.pair}>
        <Form.Item name="worthFinding" label={t('experiments.worthFinding')} rules={needed} extra={t('experiments.worthFindingMore')}><InputNumber min={1} max={1000} suffix="%" style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="power" label={t('experiments.power')} rules={needed}><InputNumber min={50} max={99} suffix="%" style={{ width: '100%' }} /></Form.Item>
      </div>
      <Form.Item name="days" label={t('experiments.days')} rules={needed}><InputNumber min={1} max={30} precision={0} /></Form.Item>
      {first && now?.worthFinding && now.power && (
        <PowerPanel
          question={{ metric: first, worthFinding: now.worthFinding / 100, power: now.power / 100, comparisons: Math.max(1, metrics.reduce((sum, metric) => sum + armsIn(metric).length - 1, 0)), pushId: push.id }}
          perArm={least(people)}
        />
      )}
      {brand.can('pushes:write') && <Button type="primary" htmlType="submit" loading={busy}>{t('experiments.ask')}</Button>}
    </Form>
  );
}

/** Of the smallest arm; null while one is not counted. */
const least = (people: readonly (number | undefined)[]): number | null =>
  (people.length > 0 && people.every((number) => number !== undefined) ? Math.max(1, Math.min(...people)) : null);

/** Variants that share a segment and can be compared. */
function groupsOf({ variants }: PushDetail): { key: string; arms: PushDetail['variants'] }[] {
  const groups = new Map<string, PushDetail['variants']>();
  for (const variant of variants) {
    const key = variant.segmentId ?? EVERYBODY_ELSE;
    groups.set(key, [...groups.get(key) ?? [], variant]);
  }
  return [...groups].filter(([, arms]) => arms.length > 1).map(([key, arms]) => ({ key, arms }));
}
