import type { Text } from './text.ts';

interface JobKind extends Text {
  /** Where finished work shows its result. */
  place: string;
}

/** Long work by the names the rooms register it under. */
const kinds: Record<string, JobKind> = {
  'sync-followers': { zh: '同步关注者', en: 'Synchronise followers', place: '/b/$brandId/contacts' },
  'sync-tags': { zh: '同步标签', en: 'Synchronise tags', place: '/b/$brandId/contacts' },
  'sync-menu': { zh: '同步菜单', en: 'Synchronise the menu', place: '/b/$brandId/menu' },
  'sync-comments': { zh: '读取文章留言', en: 'Read article comments', place: '/b/$brandId/pushes' },
  'backfill-datacube': { zh: '补齐历史数据', en: 'Fetch history', place: '/b/$brandId/accounts' },
  'segment-publish': { zh: '发布人群', en: 'Publish a segment', place: '/b/$brandId/audience' },
  'write-segment-tag': { zh: '写入微信标签', en: 'Write a WeChat tag', place: '/b/$brandId/audience' },
  'content.look-at-drafts': { zh: '读取公众号草稿', en: 'Read WeChat’s drafts', place: '/b/$brandId/content/drafts' },
  'content.approval-reminder': { zh: '提醒审批人', en: 'Remind reviewers', place: '/b/$brandId/content/approvals' },
  'send-push': { zh: '发送群发', en: 'Send a push', place: '/b/$brandId/pushes' },
  'mail-report': { zh: '寄送报告', en: 'Mail the report', place: '/b/$brandId/insights/settings' },
  'people.retention': { zh: '清除到期的个人信息', en: 'Clear old personal data', place: '/b/$brandId/settings' },
  prove: { zh: '核对指标', en: 'Compare the figures', place: '/b/$brandId/insights/proof' },
};

export const jobNames: Record<string, Text> = kinds;
export const placeOfResult = (kind: string): string | null => kinds[kind]?.place ?? null;
