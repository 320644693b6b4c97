package org.yiban.policy;

import java.util.List;

/**
 * Why a question goes to a person: what the documents do not say, or leave open.
 *
 * @param says the reason in our own words
 * @param because what it rests on: open readings ({@code A45}), provisions, {@code before JL2022-19} (not in force yet) or
 *     {@code after JN2020-19} (no longer in force)
 */
public record Silence(String says, List<String> because) {

    public Silence {
        because = List.copyOf(because);
    }
}
