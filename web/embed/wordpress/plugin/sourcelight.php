<?php
/**
 * Plugin Name:       Sourcelight
 * Description:       Shows in the block editor on whose word each claim of an article stands. Reads in the browser; nothing is sent, and posts stay as they are.
 * Version:           0.0.0
 * Requires at least: 6.5
 * Requires PHP:      7.4
 * License:           Apache-2.0
 * License URI:       https://www.apache.org/licenses/LICENSE-2.0
 *
 * The version is set when the plugin is packed (tools/build/wordpress.ts). Its script is
 * web/embed/wordpress/plugin.ts; tests/embed/wordpress hold both in a real WordPress.
 */

defined( 'ABSPATH' ) || exit;

const SOURCELIGHT_SETTINGS = 'sourcelight_settings';

add_action( 'enqueue_block_editor_assets', 'sourcelight_enqueue' );
add_action( 'admin_init', 'sourcelight_register_settings' );

/** Only where posts are written; not among widgets, nor in the site editor. */
function sourcelight_enqueue() {
	$screen = get_current_screen();
	if ( ! $screen || 'post' !== $screen->base ) {
		return;
	}
	$needed  = array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-data', 'wp-edit-post', 'wp-editor', 'wp-element', 'wp-plugins', 'wp-rich-text' );
	$version = get_file_data( __FILE__, array( 'version' => 'Version' ) )['version'];
	wp_enqueue_script( 'sourcelight', plugins_url( 'sourcelight.js', __FILE__ ), $needed, $version, true );
	$settings = wp_json_encode( (string) get_option( SOURCELIGHT_SETTINGS, '' ), JSON_HEX_TAG | JSON_HEX_AMP );
	wp_add_inline_script( 'sourcelight', "window.sourcelightSettings = $settings;", 'before' );
}

/** Settings > Writing, which WordPress shows and takes only from who may manage options. */
function sourcelight_register_settings() {
	register_setting(
		'writing',
		SOURCELIGHT_SETTINGS,
		array(
			'type'              => 'string',
			'default'           => '',
			'sanitize_callback' => 'sourcelight_check_settings',
		)
	);
	add_settings_field(
		SOURCELIGHT_SETTINGS,
		esc_html__( 'Sourcelight settings (JSON)', 'sourcelight' ),
		'sourcelight_show_settings',
		'writing',
		'default',
		array( 'label_for' => SOURCELIGHT_SETTINGS )
	);
}

function sourcelight_show_settings() {
	printf(
		'<textarea id="%1$s" name="%1$s" rows="10" class="large-text code" spellcheck="false">%2$s</textarea><p class="description">%3$s</p>',
		esc_attr( SOURCELIGHT_SETTINGS ),
		esc_textarea( get_option( SOURCELIGHT_SETTINGS, '' ) ),
		esc_html__( 'Your own rules, verbs and sources. Leave it empty to use none. The sidebar of the editor says what in it makes no sense.', 'sourcelight' )
	);
}

/** What is no JSON object is not stored; what stands in it is judged by the engine, in the sidebar. */
function sourcelight_check_settings( $settings ) {
	$settings = is_string( $settings ) ? trim( str_replace( "\r\n", "\n", $settings ) ) : '';
	if ( '' === $settings || is_object( json_decode( $settings ) ) ) {
		return $settings;
	}
	add_settings_error(
		SOURCELIGHT_SETTINGS,
		'not_json',
		/* translators: %s: what is wrong */
		esc_html( sprintf( __( 'The Sourcelight settings were not changed: they must be a JSON object (%s).', 'sourcelight' ), json_last_error_msg() ) )
	);
	return get_option( SOURCELIGHT_SETTINGS, '' );
}
