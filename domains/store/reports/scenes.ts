import type { Text } from '@qingniao/kernel';

/** K-03: how somebody came into the shop. `web`: the H5 shop, which knows no launch scene. */
export const entrances = {
  menu: { zh: '公众号菜单', en: 'Account menu' },
  article: { zh: '文章里的卡片', en: 'Card in an article' },
  account: { zh: '公众号其他位置', en: 'Elsewhere in the account' },
  share: { zh: '分享', en: 'Shared card' },
  search: { zh: '搜索', en: 'Search' },
  scan: { zh: '扫码', en: 'QR code' },
  message: { zh: '订阅与模板消息', en: 'Subscription and template messages' },
  service: { zh: '客服消息', en: 'Customer-service message' },
  ad: { zh: '广告', en: 'Advertisement' },
  channels: { zh: '视频号', en: 'Channels' },
  link: { zh: '外部链接', en: 'Link from outside WeChat' },
  own: { zh: '最近使用与我的小程序', en: 'Recent and my mini programs' },
  payment: { zh: '支付完成与钱包', en: 'Payment page and wallet' },
  coupon: { zh: '卡包与券', en: 'Card pack and coupons' },
  wecom: { zh: '企业微信', en: 'WeCom' },
  mini_program: { zh: '其他小程序', en: 'Another mini program' },
  web: { zh: 'H5 店铺', en: 'Web shop' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>;

export type Entrance = keyof typeof entrances;

/** Machines and try-outs, no visits of shoppers: automation, devtools, crawler, load test, trial versions. */
export const noiseScenes: readonly number[] = [1017, 1030, 1059, 1101, 1129, 1203];

/** Every launch scene of the contract (mini-program-and-pay 7). One that is not here is `other`: WeChat has scenes it does not document. */
const scenes: Record<Exclude<Entrance, 'web'>, readonly number[]> = {
  menu: [1035],
  article: [1058, 1091, 1144, 1261],
  account: [1020, 1074, 1082, 1102, 1152, 1157, 1287, 1305, 1306, 1309],
  share: [1007, 1008, 1036, 1044, 1096, 1154, 1155, 1158, 1160, 1173, 1185, 1196, 1208, 1226, 1265, 1266, 1267],
  search: [1005, 1006, 1027, 1042, 1053, 1054, 1106, 1183, 1233, 1244, 1252, 1280, 1281, 1297, 1298, 1299, 1300, 1301],
  scan: [1011, 1012, 1013, 1025, 1031, 1032, 1047, 1048, 1049, 1124, 1125, 1126, 1150, 1153],
  message: [1014, 1043, 1088, 1107, 1231],
  service: [1073, 1081, 1202, 1207],
  // Those bought in search results are paid for like the others.
  ad: [1045, 1046, 1067, 1068, 1084, 1095, 1189, 1200, 1201, 1215, 1228, 1230, 1232, 1238, 1295],
  channels: [1175, 1176, 1177, 1179, 1184, 1191, 1193, 1195, 1197, 1198, 1206, 1216, 1219, 1296],
  link: [1065, 1069, 1167, 1168, 1181, 1194, 1286],
  own: [
    1001, 1010, 1022, 1023, 1026, 1056, 1089, 1090, 1103, 1104, 1113, 1114, 1131, 1145, 1151, 1169, 1178, 1186, 1187, 1220, 1223, 1242, 1245, 1254, 1255,
    1256, 1257, 1258, 1259, 1260, 1271, 1272, 1273, 1278, 1279, 1285, 1292, 1293, 1302, 1303, 1304, 1307,
  ],
  payment: [1019, 1034, 1057, 1060, 1071, 1072, 1097, 1100],
  coupon: [1028, 1029, 1052, 1148],
  wecom: [1119, 1120, 1121, 1192],
  mini_program: [1024, 1037, 1038, 1099, 1135, 1248],
  other: [1000, 1039, 1064, 1077, 1078, 1079, 1092, 1133, 1146, 1171, 1212, 1218, 1225, 1282, 1308],
};

const pairs = Object.entries(scenes).flatMap(([entrance, numbers]) => numbers.map((scene) => [String(scene), entrance] as const));

/** Scene → entrance, noise left out. */
export const entranceByScene: ReadonlyMap<string, string> = new Map(pairs);

/** As ClickHouse: the entrance of an event `e` that stands for a launch. */
export const entranceOfEvent = `if(e.type = 'shop.entered', 'web', transform(e.scene, [${pairs.map(([scene]) => `'${scene}'`).join(',')}], [${pairs.map(([, entrance]) => `'${entrance}'`).join(',')}], 'other'))`;

/** As PostgreSQL: the entrance of an order `o`. */
export const entranceOfOrder = `case when o.channel = 'h5' then 'web' else coalesce('${JSON.stringify(Object.fromEntries(pairs))}'::jsonb ->> (o.source->>'scene'), 'other') end`;

export const noise = noiseScenes.map((scene) => `'${scene}'`).join(', ');
