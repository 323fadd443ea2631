/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.codegen;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** GraphQL names as Java names. */
final class Naming {
    private static final String PREFIX = "LeadIQ";

    /**
     * A fixed list, rather than what the running JDK has: the output must not depend on the JDK. The public types of
     * java.lang, and the types that generated code imports or nests.
     */
    private static final Set<String> TAKEN = words(
            """
            AbstractMethodError Appendable ArithmeticException ArrayIndexOutOfBoundsException ArrayStoreException
            AssertionError AutoCloseable Boolean BootstrapMethodError Byte CharSequence Character Class
            ClassCastException ClassCircularityError ClassFormatError ClassLoader ClassNotFoundException ClassValue
            CloneNotSupportedException Cloneable Comparable Compiler Deprecated Double Enum
            EnumConstantNotPresentException Error Exception ExceptionInInitializerError Float FunctionalInterface
            IllegalAccessError IllegalAccessException IllegalArgumentException IllegalCallerException
            IllegalMonitorStateException IllegalStateException IllegalThreadStateException
            IncompatibleClassChangeError IndexOutOfBoundsException InheritableThreadLocal InstantiationError
            InstantiationException Integer InternalError InterruptedException Iterable LayerInstantiationException
            LinkageError Long Math Module ModuleLayer NegativeArraySizeException NoClassDefFoundError
            NoSuchFieldError NoSuchFieldException NoSuchMethodError NoSuchMethodException NullPointerException Number
            NumberFormatException Object OutOfMemoryError Override Package Process ProcessBuilder ProcessHandle
            Readable Record ReflectiveOperationException Runnable Runtime RuntimeException RuntimePermission
            SafeVarargs SecurityException SecurityManager Short StackOverflowError StackTraceElement StackWalker
            StrictMath String StringBuffer StringBuilder StringIndexOutOfBoundsException SuppressWarnings System
            Thread ThreadDeath ThreadGroup ThreadLocal Throwable TypeNotPresentException UnknownError
            UnsatisfiedLinkError UnsupportedClassVersionError UnsupportedOperationException VerifyError
            VirtualMachineError Void
            Arrays BigDecimal Builder Collection Collectors Deserializer Function Instant List Lists LocalDate Map
            Objects RawFields Set Stream ZonedDateTime
            """);

    /** Names that the Java language refuses for a record component. */
    private static final Set<String> REFUSED_COMPONENTS =
            words("clone finalize getClass hashCode notify notifyAll toString wait");

    /** Where a new word starts: WorkEmail, EmailBounceCode513, LLMToken and ECommerce, but not within B2B. */
    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z0-9])(?=[A-Z][a-z])");

    private Naming() {}

    static String type(String graphqlName) {
        return TAKEN.contains(graphqlName) ? PREFIX + graphqlName : graphqlName;
    }

    static String unknownType(String unionName) {
        return "Unknown" + unionName;
    }

    static String member(String graphqlName) {
        boolean refused = SourceVersion.isKeyword(graphqlName) || REFUSED_COMPONENTS.contains(graphqlName);
        return refused ? graphqlName + "_" : graphqlName;
    }

    static String constant(String enumValue) {
        return WORD_START.matcher(enumValue).replaceAll("_").toUpperCase(Locale.ROOT);
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
