import { randomBytes } from 'node:crypto';
import { fail } from '../errcodes/error.ts';
import type { UploadedFile } from '../http/define.ts';

export type MediaType = 'image' | 'voice' | 'video' | 'thumb';

export interface StoredMedia {
  type: MediaType;
  filename: string;
  contentType: string;
  bytes: Buffer;
  createdAt: number;
}
export interface Media {
  /** Temporary media: three days. */
  temporary: Map<string, StoredMedia>;
  /** Pictures of article bodies, by the name in their url. */
  images: Map<string, StoredMedia>;
}

export const newMedia = (): Media => ({ temporary: new Map(), images: new Map() });

const LIFE = 3 * 86_400_000;
const MB = 1024 * 1024;
const most: Readonly<Record<MediaType, { bytes: number; error: number; permanent: RegExp; temporary: RegExp }>> = {
  image: { bytes: 10 * MB, error: 40009, permanent: /^(bmp|png|jpe?g|gif)$/, temporary: /^(png|jpe?g|gif)$/ },
  voice: { bytes: 2 * MB, error: 40010, permanent: /^(mp3|wma|wav|amr)$/, temporary: /^(mp3|amr)$/ },
  video: { bytes: 10 * MB, error: 40011, permanent: /^mp4$/, temporary: /^mp4$/ },
  thumb: { bytes: 64 * 1024, error: 40012, permanent: /^jpe?g$/, temporary: /^jpe?g$/ },
};

export const newMediaId = (): string => randomBytes(48).toString('base64url');

/** Checks an upload by type, size and name (contract 11). */
export function readMedia(type: string, files: readonly UploadedFile[], kind: 'permanent' | 'temporary', now: number): StoredMedia {
  const rule = Object.hasOwn(most, type) ? most[type as MediaType] : fail(40004);
  const file = files.find((candidate) => candidate.field === 'media') ?? fail(41005);
  if (file.bytes.length === 0) fail(44001);
  if (file.bytes.length > rule.bytes) fail(rule.error);
  if (!rule[kind].test(extensionOf(file.filename))) fail(40005);
  return { type: type as MediaType, filename: file.filename, contentType: file.contentType, bytes: file.bytes, createdAt: now };
}

const extensionOf = (filename: string): string => filename.slice(filename.lastIndexOf('.') + 1).toLowerCase();

/** A temporary medium that is still there; expired ones are dropped on sight. */
export function temporaryMedia(media: Media, id: string, now: number): StoredMedia | null {
  const held = media.temporary.get(id);
  if (!held) return null;
  if (held.createdAt + LIFE > now) return held;
  media.temporary.delete(id);
  return null;
}

/** One transparent pixel: what followers' made-up pictures look like. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

/** A picture, voice or film that a follower sends. */
export function receivedMedia(media: Media, type: MediaType, now: number): string {
  const id = newMediaId();
  const [filename, contentType] =
    type === 'voice' ? ['voice.amr', 'audio/amr'] : type === 'video' ? ['video.mp4', 'video/mp4'] : ['picture.png', 'image/png'];
  media.temporary.set(id, { type, filename, contentType, bytes: PIXEL, createdAt: now });
  if (media.temporary.size % 500 === 0) {
    for (const [key, held] of media.temporary) if (held.createdAt + LIFE <= now) media.temporary.delete(key);
  }
  return id;
}
