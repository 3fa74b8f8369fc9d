import { randomBytes } from 'node:crypto';
import { beijingDay } from '../time/clock.ts';
import type { MiniProgram, SeenPage, Visit } from './state.ts';

/** What the client reports of one time in the foreground; counted on the day it began. */
export function beginVisit(mini: MiniProgram, person: number, scene: number, at: number): Visit {
  const visit: Visit = { id: randomBytes(9).toString('base64url'), person, at, scene, pages: [] };
  const day = beijingDay(at);
  const held = mini.visits.get(day);
  if (held) held.push(visit);
  else mini.visits.set(day, [visit]);
  mini.visitById.set(visit.id, visit);
  if (!mini.firstVisit.has(person)) mini.firstVisit.set(person, day);
  return visit;
}

/** WeChat folds scenes into sources (mini-program 6); whatever is younger than the table counts as 10, other. */
const SOURCES: Readonly<Record<number, readonly number[]>> = {
  1: [1001, 1002, 1004], 2: [1005, 1006, 1027, 1042, 1053, 1106, 1108, 1132], 3: [1007, 1008, 1044, 1093, 1094, 1096],
  4: [1011, 1025, 1047, 1105, 1124, 1150], 5: [1020], 6: [1022], 7: [1023, 1113, 1114, 1117], 8: [1024, 1135], 9: [1026, 1033, 1068],
  11: [1014, 1043, 1107, 1162], 12: [1021], 13: [1035, 1102, 1130], 14: [1036], 15: [1034, 1060, 1072, 1097, 1109, 1137, 1149],
  16: [1012, 1048, 1050, 1125], 17: [1013, 1049, 1126], 18: [1058, 1091], 19: [1019, 1057, 1061, 1066, 1070, 1071], 20: [1028, 1128, 1148],
  21: [1029, 1062], 22: [1037], 23: [1038], 24: [1052], 25: [1054], 26: [1073, 1081], 27: [1074, 1076, 1082, 1152], 28: [1080, 1083, 1088],
  29: [1089], 30: [1085, 1090, 1147], 31: [1064, 1078], 32: [1092], 33: [1045, 1046, 1067, 1084, 1095], 34: [1065, 1069, 1111, 1140],
  35: [1003, 1103], 36: [1104], 37: [1138, 1163], 38: [1098], 39: [1018, 1055], 40: [1040, 1041, 1099], 41: [1118, 1145],
  42: [1112, 1141, 1142, 1143], 43: [1131], 44: [1075, 1134], 45: [1115], 46: [1009, 1110, 1154, 1155], 47: [1119, 1120, 1121, 1122, 1123, 1156],
  48: [1136, 1144], 49: [1010], 50: [1100], 51: [1079, 1127], 52: [1039, 1077], 53: [1157], 54: [1153], 55: [1151], 56: [1161], 57: [1158, 1159, 1160],
};
const OTHER = 10;
const sourceByScene = new Map(Object.entries(SOURCES).flatMap(([source, scenes]) => scenes.map((scene) => [scene, Number(source)] as const)));
export const sourceOf = (scene: number): number => sourceByScene.get(scene) ?? OTHER;

export const staySeconds = ({ pages }: Visit): number => pages.reduce((sum, page) => sum + page.seconds, 0);
/** 1..8: up to 2, 5, 10, 20, 30, 50, 100 seconds, longer. */
export const stayKey = (seconds: number): number => 1 + [2, 5, 10, 20, 30, 50, 100].filter((limit) => seconds > limit).length;
/** 1..7: 1, 2, 3, 4, 5, 6 to 10, more pages. */
export const depthKey = (pages: number): number => (pages <= 5 ? pages : pages <= 10 ? 6 : 7);

export interface PageFigures {
  pv: number;
  users: Set<number>;
  seconds: number;
  entries: number;
  exits: number;
  shares: number;
  sharers: Set<number>;
}

export function pageFigures(visits: readonly Visit[]): Map<string, PageFigures> {
  const figures = new Map<string, PageFigures>();
  const of = ({ path }: SeenPage): PageFigures => {
    let held = figures.get(path);
    if (!held) figures.set(path, (held = { pv: 0, users: new Set(), seconds: 0, entries: 0, exits: 0, shares: 0, sharers: new Set() }));
    return held;
  };
  for (const { person, pages } of visits) {
    pages.forEach((page, index) => {
      const held = of(page);
      held.pv++;
      held.users.add(person);
      held.seconds += page.seconds;
      held.shares += page.shares;
      if (page.shares > 0) held.sharers.add(person);
      if (index === 0) held.entries++;
      if (index === pages.length - 1) held.exits++;
    });
  }
  return figures;
}
