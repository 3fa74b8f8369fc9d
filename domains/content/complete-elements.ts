import { charactersOf, type Elements } from './elements.ts';
import { readBody } from './html/read-body.ts';

interface Described {
  title: string;
  content: string;
  elements: Elements;
}

/** What the author stated, and what the text itself tells where nothing was stated (W-40). The title's length is always counted. */
export function completeElements({ title, content, elements }: Described): Elements {
  const { links, pictures, text } = readBody(content);
  const [first] = links;
  return {
    link: links.some(({ toMiniProgram }) => toMiniProgram) ? 'mini_program' : first ? 'text' : 'none',
    ...(first ? { cta_screen: first.screen } : {}),
    layout: links.filter(({ placement }) => placement === 'mp_card').length > 2 ? 'cards' : pictures * 150 > [...text].length ? 'pictures' : 'text',
    ...elements,
    ...(title.trim() === '' ? {} : { title_length: charactersOf(title) }),
  };
}
