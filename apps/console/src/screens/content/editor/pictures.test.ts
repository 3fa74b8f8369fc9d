import { expect, it } from 'vitest';
import { pastedPictures, picturesIn } from './pictures.ts';

const file = (name: string, type: string) => new File(['x'], name, { type });
const pasted = (html: string, ...files: File[]) =>
  pastedPictures({ files: files as unknown as FileList, getData: (kind: string) => (kind === 'text/html' ? html : '') }).map(({ name }) => name);

it('takes the words of Word, not the picture it puts beside them', () => {
  const word = '<html><head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm} --></style></head><body><!--StartFragment--><p class=MsoNormal>四十八道工序</p><!--EndFragment--></body></html>';
  expect(pasted(word, file('image.png', 'image/png'))).toEqual([]);
});

it('takes a picture that was copied, by itself or out of a page', () => {
  expect(pasted('', file('shot.png', 'image/png'), file('notes.txt', 'text/plain'))).toEqual(['shot.png']);
  expect(pasted('<html><head><title>Maison</title></head><body><!--StartFragment--><img src="https://maison.example/a.webp" alt="bag"><!--EndFragment-->&nbsp;</body></html>', file('image.png', 'image/png'))).toEqual(['image.png']);
  expect(picturesIn(null)).toEqual([]);
});
