import { AutoComplete, Form, Input, type FormInstance } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { miniProgramsQuery } from '../../store/queries.ts';
import type { MiniProgramPage } from './mini-program-page.ts';

/** What stands in the fields now: a page that says already which placement it is needs no counting. */
export const usePageTyped = (form: FormInstance): MiniProgramPage => ({
  appid: String(Form.useWatch('appid', form) ?? '').trim(), path: String(Form.useWatch('path', form) ?? '').trim(),
});

/** Which mini program, the brand's own by name, and which of its pages; as the server reads them. */
export function MiniProgramFields() {
  const { t } = useWords();
  const brand = useBrand();
  const own = useQuery({ ...miniProgramsQuery(brand.id), enabled: brand.can('store:read') }).data?.items ?? [];
  const needed = { required: true, whitespace: true, message: t('door.needed') };
  return (
    <>
      <Form.Item name="appid" label={t('content.appid')} rules={[needed, { pattern: /^\s*wx[0-9A-Za-z]{6,30}\s*$/, message: t('content.appidWrong') }]} extra={t('content.cardHelp')}>
        <AutoComplete maxLength={40} options={own.map(({ appid, name }) => ({ value: appid, label: `${name} · ${appid}` }))} />
      </Form.Item>
      <Form.Item name="path" label={t('content.path')} rules={[needed, { pattern: /^\s*[\w-]+(?:\/[\w-]+)+(?:\?[^\s#"<>]*)?\s*$/, message: t('content.pathWrong') }]}>
        <Input maxLength={500} placeholder="pages/index/index" />
      </Form.Item>
    </>
  );
}
