package org.yiban.access.accounts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;

/** What a password needs: a length, and not the user id in it. The demo's is as short as its public password. */
final class PasswordRules implements PasswordPolicy {

    private static final int LENGTH = 12;
    private static final int LENGTH_IN_DEMO = 4;

    private final int length;

    private PasswordRules(int length) {
        this.length = length;
    }

    /** The rules wherever real data may be: {@value #LENGTH} characters or more. */
    static PasswordRules strict() {
        return new PasswordRules(LENGTH);
    }

    /** The rules of the demo profile. */
    static PasswordRules ofDemo() {
        return new PasswordRules(LENGTH_IN_DEMO);
    }

    /** Whether a password may be used by a user. */
    boolean accept(String password, String userId) {
        return password.length() >= length && !contains(password, userId);
    }

    @Override
    public List<PasswordPolicyRule> getRules() {
        return List.of(new LongEnough(length), new WithoutUserId());
    }

    private static boolean contains(String password, String userId) {
        return userId != null && password.toLowerCase(Locale.ROOT).contains(userId.toLowerCase(Locale.ROOT));
    }

    private record LongEnough(int length) implements PasswordPolicyRule {

        @Override
        public String getPlaceholder() {
            return "PASSWORD_POLICY_LENGTH";
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of("minLength", String.valueOf(length));
        }

        @Override
        public boolean execute(String candidate) {
            return candidate.length() >= length;
        }
    }

    private record WithoutUserId() implements PasswordPolicyRule {

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
