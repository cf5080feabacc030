export { catchUp, keepFollowing } from './catch-up.ts';
export { levelTag, marketTag } from './summarise-members.ts';
export { wordsAsked } from './words.ts';
