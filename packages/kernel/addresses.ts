/** `anna@brand.com` as logs, the audit log and readers see it: `a***@brand.com`. */
export const maskedAddress = (address: string): string => `${address.slice(0, 1)}***${address.slice(address.lastIndexOf('@'))}`;

/** A mail server repeats addresses in what it answers. */
export const withoutAddresses = (text: string): string => text.replace(/[^\s<>"':;,()/]+@[^\s<>"':;,()/]+/g, maskedAddress);
