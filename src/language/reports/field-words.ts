import { COMMUNICATION } from './field-words/communication.ts';
import { CULTURE_SOCIETY } from './field-words/culture-society.ts';
import { DEFENSE_SECURITY } from './field-words/defense-security.ts';
import { ECONOMY } from './field-words/economy.ts';
import { ENVIRONMENT } from './field-words/environment.ts';
import { LEADERSHIP } from './field-words/leadership.ts';
import { PARTY_BUILDING } from './field-words/party-building.ts';
import { PUBLIC_SERVICE } from './field-words/public-service.ts';
import { SOCIAL_WELFARE } from './field-words/social-welfare.ts';

/**
 * What people write in reports, by field: 3 names a deed of the field, 2 belongs to it mostly, 1 only leans to it
 * (who acted, where).
 */
export const FIELD_WORDS = {
  leadership: LEADERSHIP,
  communication: COMMUNICATION,
  economy: ECONOMY,
  culture_society: CULTURE_SOCIETY,
  social_welfare: SOCIAL_WELFARE,
  party_building: PARTY_BUILDING,
  public_service: PUBLIC_SERVICE,
  defense_security: DEFENSE_SECURITY,
  environment: ENVIRONMENT,
};

/** Phrases that speak for no field, so that the words inside them are not counted. */
export const NEUTRAL_WORDS = `
  bạn đọc, bán tải, bí thư chi đoàn, bí thư đoàn, bí thư xã đoàn, câu chuyện, cầu cứu, cây cà phê, cây số,
  chi đoàn công an, chủ tịch hồ chí minh, công an phường, công an xã, đăng kí, đăng ký, đất nước, đầu giờ,
  đi làm, đoàn thể, đồng chí, đúng luật, đường dài, đường dây, giấy mời, học tập và làm theo, hội đồng,
  hội nông dân, lao động giỏi, môi trường mạng, người dân tộc, người lớn, ở trường, tai nạn, tiết học,
  tổ công an, trước khi, xe bán tải`;
