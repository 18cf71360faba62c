import type { Demo } from './start-demo.ts';

/** Prints the demo's log-ins with their one password and an operator's address, once: they are kept nowhere. */
export function greetDemo(
  { added, operatorAddress }: Pick<Demo, 'added' | 'operatorAddress'>,
  password: { words: string; given: boolean },
): void {
  if (added.length === 0) {
    console.log(
      '  नमूना भरा हुआ है · The demo is there already: use its log-ins (prerna user reset --login L for a new password)\n',
    );
    return;
  }
  console.log('  नमूने के लॉग-इन · Log-ins of the demo:');
  for (const line of added) console.log(`    ${line}`);
  if (operatorAddress) console.log(`  केबल ऑपरेटर का पेज · A cable operator's page:  ${operatorAddress}`);
  console.log(`  सबका पासवर्ड · Password of all:  ${password.given ? '(PRERNA_ADMIN_PASSWORD)' : password.words}\n`);
}
