<?php
/**
 * Plugin Name: Demo of Sourcelight
 * Description: Put by wordpress.mjs into its own WordPress only, which nobody else can reach: ?demo=POST logs in and opens that post, and the editor asks for nothing from elsewhere.
 */

add_action(
	'init',
	function () {
		if ( empty( $_GET['demo'] ) ) {
			return;
		}
		wp_set_auth_cookie( 1 );
		wp_safe_redirect( admin_url( 'post.php?action=edit&post=' . absint( $_GET['demo'] ) ) );
		exit;
	}
);
add_filter( 'pre_option_show_avatars', fn() => '0' );
add_action(
	'admin_init',
	function () {
		remove_action( 'admin_print_scripts', 'print_emoji_detection_script' );
	}
);
add_action(
	'admin_head',
	function () {
		echo '<link rel="icon" href="data:,">';
	}
);
