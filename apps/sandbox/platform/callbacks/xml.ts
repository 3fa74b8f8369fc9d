/** Pushes are built by template string: a year of them has to be cheap. */
const safe = (text: string): string => (text.includes(']]>') ? text.replaceAll(']]>', ']]]]><![CDATA[>') : text);

export const cdata = (name: string, text: string): string => `<${name}><![CDATA[${safe(text)}]]></${name}>`;
export const bare = (name: string, value: number | string): string => `<${name}>${value}</${name}>`;

/** The elements every push begins with (contract 3). */
export const envelope = (to: string, from: string, createTime: number, type: string, rest: string): string =>
  `<xml><ToUserName><![CDATA[${to}]]></ToUserName>\n<FromUserName><![CDATA[${from}]]></FromUserName>\n` +
  `<CreateTime>${createTime}</CreateTime>\n<MsgType><![CDATA[${type}]]></MsgType>\n${rest}\n</xml>`;

export const event = (name: string, rest = ''): string => `<Event><![CDATA[${name}]]></Event>${rest ? `\n${rest}` : ''}`;
