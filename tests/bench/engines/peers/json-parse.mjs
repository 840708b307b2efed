// The measure of everything else: parsing alone. With --lines=luping it parses the product's own format.
export const name = 'JSON.parse alone (no evaluation)';
export const judges = false;
export const setup = () => ({ run() {} });
