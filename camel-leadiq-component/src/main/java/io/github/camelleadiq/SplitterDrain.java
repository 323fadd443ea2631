/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import java.util.Set;

/**
 * Tells when Camel's splitter takes items only to throw them away. It does so with all that are left when it stops early,
 * by {@code stopOnException} or a timeout: an iterator that knew nothing of that would go and buy every page there is.
 */
final class SplitterDrain {

    private static final String TAKER = "org.apache.camel.processor.MulticastProcessor";
    private static final String METHOD = "doDone";

    /** What of ours stands between the splitter and the iterator. */
    private static final Set<String> BETWEEN =
            Set.of(SplitterDrain.class.getName(), PrefetchingItems.class.getName(), ItemMessages.class.getName());

    /** The splitter's own iterators: which there are differs between Camels, and 4.22 has one more. */
    private static final String SPLITTERS_OWN = "org.apache.camel.processor.Splitter$";

    private SplitterDrain() {}

    /** Some microseconds: not for every item. */
    static boolean isUnderWay() {
        return StackWalker.getInstance().walk(frames -> frames.filter(frame -> !isBetween(frame.getClassName()))
                .findFirst()
                .filter(frame -> TAKER.equals(frame.getClassName()) && METHOD.equals(frame.getMethodName()))
                .isPresent());
    }

    private static boolean isBetween(String className) {
        return BETWEEN.contains(className) || className.startsWith(SPLITTERS_OWN);
    }
}
