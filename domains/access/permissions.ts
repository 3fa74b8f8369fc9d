import type { Text } from '@qingniao/kernel';

/**
 * Every permission, and every role's share of them: the one table that decides who may do what.
 * `insights:read`, `recruitment:read` and `pushes:read` give numbers only; a route that shows
 * a person (even masked) asks for `people:read`.
 */
export const permissions = {
  'brand:read': { zh: '查看品牌', en: 'See the brand' },
  'brand:manage': { zh: '修改品牌设置', en: 'Change brand settings' },
  'users:manage': { zh: '管理成员', en: 'Manage members' },
  'keys:manage': { zh: '管理 API 密钥', en: 'Manage API keys' },
  'audit:read': { zh: '查看审计日志', en: 'Read the audit log' },
  'status:read': { zh: '查看系统状态', en: 'See the system status' },
  'people:read': { zh: '查看联系人（手机号打码）', en: 'See contacts (phones masked)' },
  'people:reveal': { zh: '查看完整个人信息', en: 'Reveal personal data' },
  'people:write': { zh: '编辑联系人', en: 'Change contacts' },
  'people:import': { zh: '导入联系人', en: 'Import contacts' },
  'people:export': { zh: '导出联系人', en: 'Export contacts' },
  'people:erase': { zh: '处理个人信息权利请求', en: 'Answer erase and access requests' },
  'insights:read': { zh: '查看汇总数据', en: 'See aggregates' },
  'insights:write': { zh: '编辑洞察（备注、基准、计划）', en: 'Change insights (notes, benchmarks, plans)' },
  'recruitment:read': { zh: '查看拉新渠道', en: 'See recruitment' },
  'recruitment:write': { zh: '管理拉新渠道', en: 'Manage recruitment' },
  'accounts:read': { zh: '查看公众号', en: 'See official accounts' },
  'accounts:write': { zh: '管理公众号', en: 'Manage official accounts' },
  'pushes:read': { zh: '查看文章与群发', en: 'See articles and pushes' },
  'pushes:write': { zh: '编辑文章与群发', en: 'Prepare articles and pushes' },
  'pushes:approve': { zh: '审批文章与群发', en: 'Approve articles and pushes' },
  'pushes:send': { zh: '执行群发', en: 'Send pushes' },
  'store:read': { zh: '查看商品、店铺与库存', en: 'See products, storefronts and stock' },
  'store:write': { zh: '管理商品、店铺与库存', en: 'Manage products, storefronts and stock' },
  'orders:refund': { zh: '订单退款', en: 'Refund orders' },
  'finance:read': { zh: '查看成本与结算', en: 'See costs and settlements' },
  'organisation:manage': { zh: '管理集团与品牌', en: 'Manage the organisation and its brands' },
  /** Held by every user and every API key. */
  known: { zh: '已识别的调用方', en: 'Be known' },
  /** What every user may do with their own account; an API key never holds it. */
  self: { zh: '管理自己的账号', en: 'Manage one’s own account' },
} as const satisfies Record<string, Text>;

export type Permission = keyof typeof permissions;

export const isPermission = (name: string): name is Permission => Object.hasOwn(permissions, name);

const reading = ['brand:read', 'insights:read', 'recruitment:read', 'pushes:read'] as const satisfies Permission[];

const marketing = [
  ...reading, 'people:read', 'people:write', 'people:import', 'people:export', 'recruitment:write',
  'accounts:read', 'accounts:write', 'pushes:write', 'pushes:send', 'status:read', 'insights:write', 'store:read', 'store:write',
] as const satisfies Permission[];

const owning = [
  ...marketing, 'brand:manage', 'users:manage', 'keys:manage', 'audit:read', 'people:reveal', 'people:erase',
  'pushes:approve', 'finance:read', 'orders:refund',
] as const satisfies Permission[];

export const roles = {
  organisation_admin: { zh: '集团管理员', en: 'Organisation admin', grants: [...owning, 'organisation:manage'] },
  owner: { zh: '品牌负责人', en: 'Owner', grants: owning },
  marketer: { zh: '市场', en: 'Marketer', grants: marketing },
  approver: { zh: '审批人', en: 'Approver', grants: [...reading, 'pushes:approve'] },
  analyst: { zh: '分析师', en: 'Analyst', grants: [...reading, 'people:read', 'accounts:read', 'status:read', 'store:read'] },
  associate: { zh: '导购', en: 'Sales associate', grants: ['brand:read', 'recruitment:read'] },
  head_office: { zh: '总部（仅汇总）', en: 'Head office (aggregates only)', grants: reading },
  finance: { zh: '财务', en: 'Finance', grants: [...reading, 'store:read', 'finance:read', 'orders:refund'] },
  viewer: { zh: '只读成员', en: 'Viewer', grants: [...reading, 'people:read', 'accounts:read', 'store:read'] },
} as const satisfies Record<string, Text & { grants: readonly Permission[] }>;

export type Role = keyof typeof roles;

/** The union of what the roles grant; `known` and `self` come with the kind of caller, not with a role. */
export function permissionsOf(held: Iterable<Role>): Set<Permission> {
  const granted = new Set<Permission>();
  for (const role of held) for (const permission of roles[role].grants) granted.add(permission);
  return granted;
}

/** What an API key may hold: it cannot hand out rights, act as a person, or approve what people answer for. */
export const keyPermissions: readonly Permission[] = (Object.keys(permissions) as Permission[]).filter(
  (name) => !['self', 'known', 'users:manage', 'keys:manage', 'organisation:manage', 'pushes:approve'].includes(name),
);
