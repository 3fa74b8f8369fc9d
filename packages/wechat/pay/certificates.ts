import { X509Certificate } from 'node:crypto';
import { now } from '@qingniao/kernel';
import { openSealed } from './aead.ts';
import { noAnswer } from './pay-error.ts';
import { ShapeError, momentOf, shape, textOf } from './shape.ts';
import type { PlatformKey } from './signature.ts';

/**
 * The certificates of `GET /v3/certificates` (11.2). They authenticate themselves: only the platform and the merchant
 * have the APIv3 key that sealed them. Throws ShapeError, or Node's error when the key does not fit.
 */
export function openCertificates(apiV3Key: string, answer: unknown): PlatformKey[] {
  const list = shape(answer, 'certificates')['data'];
  if (!Array.isArray(list)) throw new ShapeError('data is not a list');
  return list.map((item) => {
    const given = shape(item, 'certificate');
    const certificate = new X509Certificate(openSealed(apiV3Key, given['encrypt_certificate']));
    const serial = textOf(given, 'serial_no');
    if (certificate.serialNumber.replace(/^0+/, '') !== serial.toUpperCase().replace(/^0+/, '')) throw new ShapeError('serial_no is of another certificate');
    if (certificate.publicKey.asymmetricKeyType !== 'rsa') throw new ShapeError('the certificate is not RSA');
    return {
      serial,
      key: certificate.publicKey,
      validFrom: momentOf(given, 'effective_time').getTime(),
      validUntil: momentOf(given, 'expire_time').getTime(),
    };
  });
}

export const CERTIFICATES = '/v3/certificates';

/** However many strange serials arrive, the platform is asked this often. */
const ASK_AGAIN = 60_000;

export interface Keyring {
  keys(): readonly PlatformKey[];
  /** Makes sure that certificates are known when `serial` is one of them; fetches at most once a minute, and throws PayError when the last fetch failed. */
  lookFor(serial: string): Promise<void>;
  /** What sensitive fields are encrypted with: the public key, else the newest certificate in force. */
  forEncryption(): Promise<PlatformKey>;
}

/**
 * The keys the platform may sign with. A serial nobody knows (the first one, or after the platform has rotated) has the
 * certificates fetched; those that were known stay. `PUB_KEY_ID_…` is configured, never fetched.
 */
export function createKeyring(publicKey: PlatformKey | null, fetchCertificates: () => Promise<PlatformKey[]>): Keyring {
  let certificates: readonly PlatformKey[] = [];
  let lastAsked = -Infinity;
  let flight: Promise<void> | null = null;
  /** Of the fetch begun last, however it ended. */
  let latest: Promise<void> = Promise.resolve();

  const inForce = (key: PlatformKey): boolean => key.validFrom <= now() && now() < key.validUntil;
  const keys = (): readonly PlatformKey[] => (publicKey ? [publicKey, ...certificates] : certificates);

  const refresh = async (): Promise<void> => {
    lastAsked = now();
    const fetched = await fetchCertificates();
    const kept = certificates.filter((old) => now() < old.validUntil && !fetched.some((key) => key.serial === old.serial));
    certificates = [...fetched, ...kept];
  };
  const refreshOnce = (): Promise<void> => (flight ??= (latest = refresh()).finally(() => {
    flight = null;
  }));

  return {
    keys,
    async lookFor(serial) {
      if (!/^[0-9A-Fa-f]{1,64}$/.test(serial) || keys().some((key) => key.serial === serial && inForce(key))) return;
      return now() - lastAsked >= ASK_AGAIN ? refreshOnce() : latest;
    },
    async forEncryption() {
      if (publicKey) return publicKey;
      if (!certificates.some(inForce)) await refreshOnce();
      const newest = certificates.filter(inForce).sort((a, b) => b.validFrom - a.validFrom)[0];
      if (!newest) throw noAnswer(CERTIFICATES, 'the platform has no certificate in force');
      return newest;
    },
  };
}
