import { App, Button, Drawer, Form, Input, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, ask } from '../../api/client.ts';
import { channelNameQuery, type Channel } from '../../api/channels.ts';
import { tagsQuery } from '../../api/tags.ts';
import { Copyable } from '../../components/copyable.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { LineBones, Loaded } from '../../components/states.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useTelling } from '../../components/use-telling.ts';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './recruitment.module.css';

export function ChannelDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const channel = useQuery({ ...channelNameQuery(brand.id, id ?? ''), enabled: id !== null });
  return (
    <Drawer open={id !== null} onClose={onClose} size={420} title={channel.data?.name ?? t('recruitment.channel')} destroyOnHidden>
      {id !== null && <Loaded query={channel} bones={<LineBones count={6} />}>{(data) => <ChannelBody key={data.id} channel={data} />}</Loaded>}
    </Drawer>
  );
}

interface Values {
  name: string;
  note: string;
  tags: string[];
}

function ChannelBody({ channel }: { channel: Channel }) {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const attempt = useTelling();
  const queryClient = useQueryClient();
  const tags = useQuery({ ...tagsQuery(brand.id), enabled: brand.can('people:read') });
  const [form] = Form.useForm<Values>();
  const path = { brandId: brand.id, channelId: channel.id };
  const refresh = async () => {
    await queryClient.invalidateQueries({ queryKey: ['brand', brand.id, 'channels'] });
    await queryClient.invalidateQueries({ queryKey: channelNameQuery(brand.id, channel.id).queryKey });
  };
  const { busy, failure, submit } = useSubmit(form, async (body) => {
    await ask(api.PATCH('/api/brands/{brandId}/channels/{channelId}', { params: { path }, body }));
    await refresh();
    void message.success(t('settings.saved'));
  });
  const archive = (archived: boolean) => attempt(async () => {
    await ask(api.PATCH('/api/brands/{brandId}/channels/{channelId}', { params: { path }, body: { archived } }));
    await refresh();
  });
  const picture = (format: 'svg' | 'png') => `/api/brands/${brand.id}/channels/${channel.id}/code?format=${format}`;
  return (
    <>
      {channel.url && (
        <>
          <img className={css.code} src={picture('svg')} alt={t('recruitment.codeOf', { name: channel.name })} />
          <div className={css.downloads}>
            <a href={picture('svg')} download>SVG</a>
            <a href={picture('png')} download>PNG</a>
          </div>
          <div style={{ marginBottom: 24 }}><Copyable text={channel.url} /></div>
        </>
      )}
      {channel.scene && <dl className={css.facts}><dt>{t('recruitment.scene')}</dt><dd><code>{channel.scene}</code></dd></dl>}
      {brand.can('people:read') && (
        <p style={{ marginBottom: 24 }}>
          <Link to="/b/$brandId/contacts" params={{ brandId: String(brand.id) }} search={{ channel: channel.id }}>{t('recruitment.peopleOf')}</Link>
        </p>
      )}
      <Form
        form={form}
        layout="vertical"
        disabled={!brand.can('recruitment:write')}
        initialValues={{ name: channel.name, note: channel.note, tags: channel.tags }}
        onFinish={(values) => void submit(values)}
      >
        <FormFailure text={failure} />
        <Form.Item name="name" label={t('recruitment.channelName')} rules={[{ required: true, message: t('door.needed') }]}><Input maxLength={60} /></Form.Item>
        <Form.Item name="tags" label={t('recruitment.scanTags')} extra={t('recruitment.scanTagsAdvice')}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={(tags.data?.items ?? []).filter((tag) => tag.assetId === null).map((tag) => ({ value: tag.id, label: tag.name }))}
          />
        </Form.Item>
        <Form.Item name="note" label={t('recruitment.note')}><Input maxLength={120} /></Form.Item>
        {brand.can('recruitment:write') && (
          <div style={{ display: 'flex', gap: 8 }}>
            <Button type="primary" htmlType="submit" loading={busy}>{t('action.save')}</Button>
            <Button onClick={() => void archive(channel.archivedAt === null)}>{t(channel.archivedAt ? 'recruitment.restore' : 'recruitment.archive')}</Button>
          </div>
        )}
      </Form>
    </>
  );
}
