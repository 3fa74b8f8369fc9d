import { Failure } from '../api/client';
import { choosePhotos, readPhoto } from '../platform/wx';

/** As the server says. */
export const MOST_PHOTOS = 6;

export interface Photo {
  /** Its id, once it is sent. */
  key: string;
  src: string;
  sent: boolean;
}

/** Where a case keeps them: the buyer's, or a receiver's. */
export interface PhotoCalls {
  add(data: string): Promise<{ id: string }>;
  read(id: string): Promise<{ data: string }>;
  remove(id: string): Promise<unknown>;
}

interface Page {
  data: { photos: Photo[] };
  /** Null while nothing has been asked for. */
  photoCalls(): PhotoCalls | null;
  setData(data: { photos: Photo[] }): void;
  act(what: () => Promise<void>): Promise<void>;
  sendPhotos(): Promise<void>;
}
type Tap = WechatMiniprogram.CustomEvent<{ key: string }>;

/** Chosen before there was a case to send them with; kept for its page, which goes on when the network does. */
const waiting = new Map<string, Photo[]>();
export const leavePhotos = (caseId: string, photos: Photo[]): void => { waiting.set(caseId, photos); };

const otherThan = (photos: readonly Photo[], key: string): Photo[] => photos.filter((one) => one.key !== key);

/** Of a page that shows `photos`. */
export const photoShelf = {
  async addPhotos(this: Page) {
    const paths = await choosePhotos(MOST_PHOTOS - this.data.photos.length);
    this.setData({ photos: [...this.data.photos, ...paths.map((src) => ({ key: src, src, sent: false }))] });
    await this.sendPhotos();
  },

  async removePhoto(this: Page, { detail: { key } }: Tap) {
    await this.act(async () => {
      if (this.data.photos.some((photo) => photo.key === key && photo.sent)) await this.photoCalls()?.remove(key);
      this.setData({ photos: otherThan(this.data.photos, key) });
    });
  },

  /** Those that are not sent yet; one the server does not take is let go. */
  async sendPhotos(this: Page) {
    const calls = this.photoCalls();
    const unsent = this.data.photos.filter(({ sent }) => !sent);
    if (!calls || unsent.length === 0) return;
    await this.act(async () => {
      for (const { key, src } of unsent) {
        try {
          const { id } = await calls.add(await readPhoto(src));
          this.setData({ photos: otherThan(this.data.photos, id).map((photo) => (photo.key === key ? { key: id, src, sent: true } : photo)) });
        } catch (error) {
          if (error instanceof Failure && error.refused) this.setData({ photos: otherThan(this.data.photos, key) });
          throw error;
        }
      }
    });
  },

  async showPhotos(this: Page, caseId: string, ids: readonly string[]) {
    const here = [...this.data.photos, ...(waiting.get(caseId) ?? [])];
    waiting.delete(caseId);
    this.setData({ photos: [...ids.map((id) => here.find(({ key }) => key === id) ?? { key: id, src: '', sent: true }), ...here.filter(({ sent }) => !sent)] });
    const calls = this.photoCalls();
    for (const { key } of this.data.photos.filter(({ src }) => src === '')) {
      // One that does not come now comes with the next look.
      const src = await calls?.read(key).then(({ data }) => data, () => '');
      this.setData({ photos: this.data.photos.map((photo) => (photo.key === key ? { ...photo, src: src ?? '' } : photo)) });
    }
  },
};
