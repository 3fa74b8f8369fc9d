import { Tag } from 'antd';
import { useWords } from '../../i18n/index.ts';
import { count } from '../../lib/format.ts';
import type { Push } from './queries.ts';

const tones: Record<string, string | undefined> = { finished: 'success', failed: 'error', sending: 'warning' };
const states = ['draft', 'sending', 'sent', 'finished', 'failed'] as const;

export function PushState({ state }: { state: string }) {
  const { t } = useWords();
  const known = states.find((one) => one === state);
  return <Tag color={tones[state]} variant="outlined">{known ? t(`pushes.${known}`) : state}</Tag>;
}

export function useAudienceWords() {
  const { t } = useWords();
  return (audience: Push['audience']): string => {
    if (audience.kind === 'everyone') return t('pushes.everyone');
    if (audience.kind === 'tag') return t('pushes.tagAudience', { tagId: audience.tagId });
    return t('pushes.contactsAudience', { count: audience.contactIds.length, shown: count(audience.contactIds.length) });
  };
}
