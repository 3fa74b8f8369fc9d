import { type Caller, type JsonAnswer } from '../call.ts';

/** A button as the platform takes and gives it (official-account 7): `type` and `sub_button` exclude each other. */
export interface MenuButton {
  name: string;
  type?: string;
  key?: string;
  url?: string;
  media_id?: string;
  article_id?: string;
  appid?: string;
  pagepath?: string;
  sub_button?: MenuButton[];
}

export interface MatchRule {
  tag_id?: string;
  /** 1 iOS, 2 Android, 3 other. */
  client_platform_type?: string;
}

export interface ConditionalMenu {
  button: MenuButton[];
  matchrule: JsonAnswer;
  menuid: string;
}

/** The menus made by the API. */
export interface PlatformMenus {
  menu: { button: MenuButton[] };
  conditionalmenu: ConditionalMenu[];
}

/** A button made in the console: its content stands in `value`. */
export interface SelfMenuButton extends Omit<MenuButton, 'sub_button'> {
  value?: string;
  sub_button?: { list: SelfMenuButton[] };
}

/** What followers see, console-made menus included; nested buttons come as `sub_button.list` there. */
export interface SelfMenu {
  is_menu_open: 0 | 1;
  selfmenu_info: { button: SelfMenuButton[] };
}

/** Menus (official-account 7). */
export const menuApi = (call: Caller) => {
  const post = <T = JsonAnswer>(path: string, json: unknown) => call.json<T>({ method: 'POST', path, json });
  return {
    create: (button: readonly MenuButton[]) => post('/cgi-bin/menu/create', { button }),
    /** 46003 when the API has made none. */
    get: async (): Promise<PlatformMenus> => {
      const answer = await call.json<{ menu: { button: MenuButton[] }; conditionalmenu?: (Omit<ConditionalMenu, 'menuid'> & { menuid: string | number })[] }>(
        { method: 'GET', path: '/cgi-bin/menu/get', expected: [46003] });
      return { menu: { button: answer.menu.button }, conditionalmenu: (answer.conditionalmenu ?? []).map((menu) => ({ ...menu, menuid: String(menu.menuid) })) };
    },
    /** Removes the default menu and every conditional one. */
    remove: () => call.json({ method: 'GET', path: '/cgi-bin/menu/delete' }),
    current: () => call.json<SelfMenu>({ method: 'GET', path: '/cgi-bin/get_current_selfmenu_info' }),
    addConditional: async (button: readonly MenuButton[], matchrule: MatchRule) =>
      String((await post<{ menuid: string | number }>('/cgi-bin/menu/addconditional', { button, matchrule })).menuid),
    removeConditional: (menuid: string) => post('/cgi-bin/menu/delconditional', { menuid }),
    /** What this person sees; some versions wrap the answer in `menu`. */
    tryMatch: async (user: string): Promise<MenuButton[]> => {
      const answer = await post<{ button?: MenuButton[]; menu?: { button: MenuButton[] } }>('/cgi-bin/menu/trymatch', { user_id: user });
      return answer.button ?? answer.menu?.button ?? [];
    },
  };
};
