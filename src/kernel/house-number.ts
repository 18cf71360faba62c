/**
 * A cut's name on air, in files and logs: district (3 letters), scheme (3), serial (5 digits), e.g. `UJNPMA00127`.
 * The last 8 are unique in the installation, because insertion servers of the CCMS kind read only those.
 */
export type HouseNumber = string & { readonly __unit: 'house-number' };

const PATTERN = /^[A-Z]{3}[A-Z]{3}\d{5}$/;

export function parseHouseNumber(text: string): HouseNumber | undefined {
  return PATTERN.test(text) ? (text as HouseNumber) : undefined;
}

/** Throws when a part is not of its form: codes and serials come from our own tables. */
export function formatHouseNumber(district: string, scheme: string, serial: number): HouseNumber {
  const text = `${district}${scheme}${String(serial).padStart(5, '0')}`;
  const number = parseHouseNumber(text);
  if (!number) throw new RangeError(`not a house number: ${text}`);
  return number;
}
