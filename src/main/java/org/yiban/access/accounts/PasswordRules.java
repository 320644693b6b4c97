package org.yiban.access.accounts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;

/** What a password needs outside the demo profile: {@value #LENGTH} characters, and not the user id in it. */
final class PasswordRules implements PasswordPolicy {

    static final int LENGTH = 12;

    /** Whether a password may be used by a user. */
    static boolean accepts(String password, String userId) {
        return password.length() >= LENGTH && !contains(password, userId);
    }

    @Override
    public List<PasswordPolicyRule> getRules() {
        return List.of(new LongEnough(), new WithoutUserId());
    }

    private static boolean contains(String password, String userId) {
        return userId != null && password.toLowerCase(Locale.ROOT).contains(userId.toLowerCase(Locale.ROOT));
    }

    private static final class LongEnough implements PasswordPolicyRule {

        @Override
        public String getPlaceholder() {
            return "PASSWORD_POLICY_LENGTH";
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of("minLength", String.valueOf(LENGTH));
        }

        @Override
        public boolean execute(String candidate) {
            return candidate.length() >= LENGTH;
        }
    }

    private static final class WithoutUserId implements PasswordPolicyRule {

        @Override
        public String getPlaceholder() {
            return "PASSWORD_POLICY_USER_DATA";
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of();
        }

        @Override
        public boolean execute(String candidate) {
            return true;
        }

        @Override
        public boolean execute(String candidate, User user) {
            return user == null || !contains(candidate, user.getId());
        }
    }
}
