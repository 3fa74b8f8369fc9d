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

/** Shown instead of the default menu to followers its rule fits; this product makes none, other systems do. */
export interface ConditionalMenu {
  button: MenuButton[];
  /** `tag_id`, `client_platform_type` and what older systems wrote; numbers and empty texts alike. */
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
    current: () => call.json<SelfMenu>({ method: 'GET', path: '/cgi-bin/get_current_selfmenu_info' }),
    removeConditional: (menuid: string) => post('/cgi-bin/menu/delconditional', { menuid }),
  };
};
